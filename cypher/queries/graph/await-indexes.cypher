// Waits until every index serves queries.
CALL db.awaitIndexes($seconds)
