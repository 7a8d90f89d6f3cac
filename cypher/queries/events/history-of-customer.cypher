// Events about a customer id, newest first.
MATCH (subject:Customer {id: $id})<-[:CHANGED|RETIRED]-(event:IdentityEvent)
WHERE event.seq < $before
WITH DISTINCT event
ORDER BY event.seq DESC
LIMIT $limit
MATCH (event)-[:CHANGED]->(customer:Customer)
RETURN event.id AS id,
       event.seq AS seq,
       event.kind AS kind,
       event.at AS at,
       event.tx AS tx,
       event.actor AS actor,
       event.policy AS policy,
       customer.id AS customer,
       COLLECT { MATCH (event)-[:RETIRED]->(former:Customer) RETURN former.id ORDER BY former.id } AS retired,
       COLLECT {
         MATCH (event)-[cause:CAUSED_BY]->(identifier:Identifier)
         RETURN identifier {.type, .namespace, .display} ORDER BY cause.position
       } AS identifiers,
       COLLECT {
         MATCH (event)-[cause:CAUSED_BY]->(decision:Decision)
         RETURN decision.id ORDER BY cause.position
       } AS decisions
ORDER BY seq DESC
