// Locks the records of a batch, stubs too, and reads them with what they hold and whom they resolve to.
UNWIND $keys AS key
MATCH (record:SourceRecord {key: key})
REMOVE record.lock
WITH record
RETURN record {.*, capturedAt: null, receivedAt: null, searchText: null} AS properties,
       record.capturedAt.epochMillis AS capturedAt,
       record.receivedAt.epochMillis AS receivedAt,
       EXISTS { (record)<-[:NAMES]-() } AS named,
       [(record)<-[:NAMES]-(:Decision {kind: 'DETACH'})-[:NAMES]->(gone:Identifier) | gone.key] AS detached,
       head([(record)-[:RESOLVES_TO]->(customer:Customer) | customer.id]) AS customerId,
       [(record)-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(identifier:Identifier) | {
         held: held { .raw, .canonical, .token, .status }, capturedAt: held.capturedAt.epochMillis, since: held.since.epochMillis,
         until: held.until.epochMillis, key: identifier.key, type: identifier.type, namespace: identifier.namespace,
         display: identifier.display, reason: identifier.reason, status: identifier.status,
         contested: identifier.contested
       }] AS attachments
