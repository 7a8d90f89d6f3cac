// Every record of the given customers, with what it holds and how each identifier stands.
UNWIND $customers AS id
MATCH (customer:Customer {id: id})<-[:RESOLVES_TO]-(record:SourceRecord)
RETURN record {
         .key, .source, .recordId, .realm, .person, .conflicts,
         .givenName, .familyName, .fullName, .name, .organizationName
       } AS properties,
       record.capturedAt.epochMillis AS capturedAt,
       record.receivedAt.epochMillis AS receivedAt,
       EXISTS { (record)<-[:NAMES]-() } AS named,
       customer.id AS customerId,
       [(record)-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(identifier:Identifier) | [
         identifier.key, identifier.type, identifier.namespace, identifier.display, identifier.status,
         identifier.contested, coalesce(identifier.contestReasons, []), EXISTS { (identifier)<-[:NAMES]-() },
         held.status, held.capturedAt.epochMillis, held.since.epochMillis, held.until.epochMillis,
         identifier.divided, [cut IN identifier.cuts | cut.epochMillis]
       ]] AS attachments
