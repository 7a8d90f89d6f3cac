// Customers with a record that holds one term, and the words of all their records that somebody may see.
CALL db.index.fulltext.queryNodes('record_search', $query, {limit: $records}) YIELD node AS record, score
MATCH (record)-[:RESOLVES_TO]->(customer:Customer)
WITH customer, max(score) AS score
RETURN customer.id AS id,
       score,
       COLLECT {
         MATCH (customer)<-[:RESOLVES_TO]-(own:SourceRecord)
         WHERE $seen IS NULL OR own.source IN $seen
         RETURN own.searchText ORDER BY own.key LIMIT $perCustomer
       } AS words
ORDER BY score DESC, id
