// What happened when a decision began or ended.
MATCH (decision:Decision {id: $id})<-[:CAUSED_BY]-(event:IdentityEvent)-[:CHANGED]->(customer:Customer)
WHERE event.tx = CASE WHEN $ended THEN decision.endedTx ELSE decision.createdTx END
RETURN event.id AS id,
       event.kind AS kind,
       customer.id AS customer,
       COLLECT { MATCH (event)-[:RETIRED]->(former:Customer) RETURN former.id ORDER BY former.id } AS retired
ORDER BY event.seq
