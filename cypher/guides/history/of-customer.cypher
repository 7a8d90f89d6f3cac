// All that happened to one customer: every event that changed it or ended one of its former ids.
CALL () {
  MATCH (:Customer {id: $who})-[:MERGED_INTO*0..1]->(customer:Customer {status: 'LIVE'})
  RETURN customer
  UNION
  MATCH (:SourceRecord {key: $who})-[:RESOLVES_TO]->(customer:Customer)
  RETURN customer
}
MATCH (customer)<-[:MERGED_INTO*0..1]-(:Customer)<-[:CHANGED|RETIRED]-(event:IdentityEvent)
WITH DISTINCT event ORDER BY event.seq DESC LIMIT 50
RETURN left(toString(event.at), 16) AS at, event.kind AS what,
       COLLECT { MATCH (event)-[:RETIRED]->(former:Customer) RETURN former.id } AS formerIds,
       COLLECT {
         MATCH (event)-[:CHANGED|RETIRED]->(:Customer)<-[was:WAS_RESOLVED_TO]-(record:SourceRecord)
         WHERE was.toTx = event.tx
         RETURN record.key ORDER BY record.key LIMIT 10
       } AS movedRecords,
       event.actor AS actor, event.id AS eventId
ORDER BY event.seq DESC
LIMIT 50
