// One contested identifier (or, if the box is empty, the one that most records hold) between its customers.
MATCH (identifier:Identifier {contested: true})
WHERE trim($key) = '' OR identifier.key = trim($key)
WITH identifier, COUNT { (identifier)<-[:HAS_IDENTIFIER]-() } AS records
ORDER BY records DESC, identifier.key LIMIT 1
MATCH (identifier)<-[has:HAS_IDENTIFIER]-(record:SourceRecord)-[resolves:RESOLVES_TO]->(customer:Customer)
RETURN identifier, has, record, resolves, customer
LIMIT 60
