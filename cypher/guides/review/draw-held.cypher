// Records that wait because of the newest hold, the identifiers they would be joined by, and the customers of these.
MATCH (hold:SourceHold {status: 'OPEN'})
WITH hold ORDER BY hold.since DESC, hold.id LIMIT 1
MATCH (record:SourceRecord {hold: hold.id})
WITH hold, record LIMIT 20
MATCH (record)-[held:WITHHELD_IDENTIFIER]->(identifier:Identifier)
OPTIONAL MATCH (identifier)<-[has:HAS_IDENTIFIER]-(other:SourceRecord)-[resolves:RESOLVES_TO]->(customer:Customer)
RETURN hold, record, held, identifier, has, other, resolves, customer
LIMIT 200
