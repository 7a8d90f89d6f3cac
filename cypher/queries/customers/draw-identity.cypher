// A customer to be drawn: its records with what they hold, and the other customers that hold a contested identifier.
// A former id draws the customer that answers for it.
MATCH (asked:Customer {id: $id})
WITH CASE asked.status
       WHEN 'LIVE' THEN [asked]
       ELSE [(asked)-[:MERGED_INTO]->(live:Customer {status: 'LIVE'}) | live]
     END AS answering
WHERE size(answering) = 1
WITH answering[0] AS customer
RETURN customer { .id, .createdAt, .size, .constrained, .displayName } AS customer,
       COLLECT {
         MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord)
         WHERE $seen IS NULL OR record.source IN $seen
         WITH record ORDER BY record.key LIMIT $limit
         RETURN {
           source: record.source, recordId: record.recordId,
           identifiers: [(record)-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(identifier:Identifier) | {
             node: elementId(identifier), type: identifier.type, namespace: identifier.namespace,
             display: identifier.display, status: identifier.status,
             contested: $seen IS NULL AND coalesce(identifier.contested, false),
             contestReasons: CASE WHEN $seen IS NULL THEN coalesce(identifier.contestReasons, []) ELSE [] END,
             held: coalesce(held.status, 'ACTIVE'), capturedAt: held.capturedAt.epochMillis
           }]
         }
       } AS records,
       COLLECT {
         MATCH (customer)<-[:RESOLVES_TO]-(:SourceRecord)-[:HAS_IDENTIFIER]->(contested:Identifier {contested: true})
         WHERE $seen IS NULL
         WITH DISTINCT customer, contested LIMIT $limit
         MATCH (contested)<-[:HAS_IDENTIFIER]-(:SourceRecord)-[:RESOLVES_TO]->(neighbour:Customer)
         WHERE neighbour <> customer
         WITH DISTINCT contested, neighbour ORDER BY neighbour.id LIMIT $limit
         RETURN {
           node: elementId(contested),
           customer: neighbour { .id, .createdAt, .size, .constrained, .displayName }
         }
       } AS neighbours
