// How many nodes there are of any label, and of those that the migrations make. Answered from the count store.
MATCH (node) RETURN 'any' AS label, count(node) AS nodes
UNION ALL
MATCH (migration:Migration) RETURN 'Migration' AS label, count(migration) AS nodes
UNION ALL
MATCH (counter:Counter) RETURN 'Counter' AS label, count(counter) AS nodes
