// Locks the identifiers of a batch (but not one that far too many records hold) and counts who holds them.
UNWIND $identifiers AS row
MATCH (identifier:Identifier {key: row.key})
WITH identifier, row, COUNT { (identifier)<-[:HAS_IDENTIFIER]-() } AS crowd
FOREACH (_ IN CASE WHEN crowd <= row.lockUpTo THEN [1] ELSE [] END | REMOVE identifier.lock)
WITH identifier
RETURN identifier.key AS key,
       identifier.status AS status,
       coalesce(identifier.contestReasons, []) AS contestReasons,
       COUNT { (identifier)<-[:HAS_IDENTIFIER]-() } AS attachments,
       EXISTS { (identifier)<-[:NAMES]-() } AS named,
       CASE identifier.status
         WHEN 'BLOCKED' THEN [(identifier)<-[:NAMES]-(decision:Decision {kind: 'BLOCK'}) | decision.id]
         ELSE []
       END AS blocks,
       identifier.reason AS reason,
       coalesce(identifier.divided, false) AS divided,
       [cut IN coalesce(identifier.cuts, []) | cut.epochMillis] AS cuts,
       CASE identifier.status
         WHEN 'LINKABLE' THEN head(COLLECT {
           MATCH (identifier)<-[:HAS_IDENTIFIER]-(:SourceRecord)-[:RESOLVES_TO]->(customer:Customer)
           RETURN customer.id LIMIT 1
         })
         ELSE null
       END AS customerId
