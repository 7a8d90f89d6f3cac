// How many nodes there are of any label, and of those that the migrations make. Answered from the count store.
MATCH (node) WITH count(node) AS nodes RETURN 'any' AS label, nodes
UNION ALL
MATCH (migration:Migration) WITH count(migration) AS nodes RETURN 'Migration' AS label, nodes
UNION ALL
MATCH (counter:Counter) WITH count(counter) AS nodes RETURN 'Counter' AS label, nodes
