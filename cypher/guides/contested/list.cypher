// Identifiers that records share which are told apart: they join only what belongs together.
MATCH (identifier:Identifier {contested: true})<-[:HAS_IDENTIFIER]-(record:SourceRecord)-[:RESOLVES_TO]->(customer:Customer)
WITH identifier, count(record) AS records, collect(DISTINCT customer.displayName) AS customers
RETURN identifier.type AS type, identifier.display AS identifier, identifier.contestReasons AS reasons,
       records, customers[..5] AS customers, identifier.key AS key
ORDER BY records DESC, key
LIMIT 25
