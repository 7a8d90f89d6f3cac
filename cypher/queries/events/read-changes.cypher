// What changed from one place of the feed on, per transaction and customer: records that came and went.
CALL {
  MATCH (record:SourceRecord)-[edge:RESOLVES_TO]->(customer:Customer)
  WHERE edge.fromTx >= $tx AND edge.fromTx <= $until
  RETURN edge.fromTx AS tx, edge.from AS at, customer, record.key AS came, null AS went
  UNION ALL
  MATCH (record:SourceRecord)-[edge:WAS_RESOLVED_TO]->(customer:Customer)
  WHERE edge.fromTx >= $tx AND edge.fromTx <= $until AND edge.toTx <> edge.fromTx
  RETURN edge.fromTx AS tx, edge.from AS at, customer, record.key AS came, null AS went
  UNION ALL
  MATCH (record:SourceRecord)-[edge:WAS_RESOLVED_TO]->(customer:Customer)
  WHERE edge.toTx >= $tx AND edge.toTx <= $until AND edge.toTx <> edge.fromTx
  RETURN edge.toTx AS tx, edge.to AS at, customer, null AS came, record.key AS went
}
WITH tx, customer, min(at) AS at, collect(came) AS came, collect(went) AS went
WHERE tx > $tx OR customer.id > $after
WITH tx, customer, at, came, went
ORDER BY tx, customer.id
LIMIT $limit
RETURN tx,
       at,
       customer.id AS customer,
       customer.createdTx = tx AS isNew,
       came,
       went,
       COLLECT {
         MATCH (customer)<-[:CHANGED]-(event:IdentityEvent)
         WHERE event.tx = tx
         RETURN event {
           .id, .kind, .actor, .policy,
           retired: COLLECT { MATCH (event)-[:RETIRED]->(former:Customer) RETURN former.id ORDER BY former.id },
           decisions: COLLECT {
             MATCH (event)-[cause:CAUSED_BY]->(decision:Decision)
             RETURN decision.id ORDER BY cause.position
           }
         }
       } AS events,
       EXISTS { MATCH (customer)<-[:RETIRED]-(event:IdentityEvent) WHERE event.tx = tx } AS isRetired
