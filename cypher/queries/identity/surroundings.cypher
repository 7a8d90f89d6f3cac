// Every record of the given customers, with what it holds and how each identifier stands.
UNWIND $customers AS id
MATCH (customer:Customer {id: id})<-[:RESOLVES_TO]-(record:SourceRecord)
RETURN properties(record) AS properties,
       record.capturedAt.epochMillis AS capturedAt,
       record.receivedAt.epochMillis AS receivedAt,
       EXISTS { (record)<-[:NAMES]-() } AS named,
       [(record)<-[:NAMES]-(:Decision {kind: 'DETACH'})-[:NAMES]->(gone:Identifier) | gone.key] AS detached,
       customer.id AS customerId,
       [(record)-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(identifier:Identifier) | {
         held: properties(held), capturedAt: held.capturedAt.epochMillis, since: held.since.epochMillis,
         until: held.until.epochMillis, key: identifier.key, type: identifier.type, namespace: identifier.namespace,
         display: identifier.display, reason: identifier.reason, status: identifier.status,
         contested: identifier.contested,
         contestReasons: coalesce(identifier.contestReasons, []), named: EXISTS { (identifier)<-[:NAMES]-() },
         divided: identifier.divided, cuts: [cut IN identifier.cuts | cut.epochMillis]
       }] AS attachments
