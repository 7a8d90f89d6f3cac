// Customers with a record that holds what is searched for, best first. Only the best records are looked at.
CALL db.index.fulltext.queryNodes('record_search', $query, {limit: $records}) YIELD node AS record, score
MATCH (record)-[:RESOLVES_TO]->(customer:Customer)
RETURN customer.id AS id, max(score) AS score
ORDER BY score DESC, id
