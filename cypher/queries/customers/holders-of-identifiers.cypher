// How identifiers stand, and which customers hold each, best supported first.
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
RETURN key,
       identifier.status AS status,
       $seen IS NULL AND coalesce(identifier.contested, false) AS contested,
       CASE WHEN $seen IS NULL THEN coalesce(identifier.contestReasons, []) ELSE [] END AS contestReasons,
       identifier.reason AS reason,
       COLLECT {
         MATCH (identifier)<-[:HAS_IDENTIFIER]-(record:SourceRecord)-[:RESOLVES_TO]->(customer:Customer)
         WHERE $seen IS NULL OR record.source IN $seen
         WITH customer, count(record) AS records
         ORDER BY records DESC, customer.id
         LIMIT $limit
         RETURN customer { .id, .createdAt, .size, .constrained, .displayName }
       } AS holders
