// What two records have in common, and whether it joins anybody. No row: they share no identifier.
MATCH (left:SourceRecord {key: $left})-[:HAS_IDENTIFIER]->(shared:Identifier)<-[:HAS_IDENTIFIER]-(right:SourceRecord {key: $right})
RETURN shared.type AS type, shared.display AS identifier,
       CASE
         WHEN shared.status = 'BLOCKED' THEN 'blocked: joins nobody'
         WHEN shared.status = 'GENERIC' THEN 'generic: joins nobody'
         WHEN shared.contested THEN 'contested: joins only records that belong together'
         ELSE 'joins its records'
       END AS effect,
       coalesce(shared.contestReasons, []) AS contestReasons,
       COUNT { (shared)<-[:HAS_IDENTIFIER]-() } AS heldByRecords,
       EXISTS { (left)-[:RESOLVES_TO]->()<-[:RESOLVES_TO]-(right) } AS sameCustomer
ORDER BY type, identifier
LIMIT 25
