// An event with the customers that it was about and the decisions that caused it.
MATCH (event:IdentityEvent {id: $id})-[:CHANGED]->(customer:Customer)
RETURN event.id AS id,
       event.seq AS seq,
       event.tx AS tx,
       event.kind AS kind,
       customer.id AS customer,
       COLLECT { MATCH (event)-[:RETIRED]->(former:Customer) RETURN former.id ORDER BY former.id } AS retired,
       COLLECT {
         MATCH (event)-[cause:CAUSED_BY]->(decision:Decision)
         RETURN decision {.id, .kind, .status, .endedBy} ORDER BY cause.position
       } AS decisions,
       COUNT { (event)-[:CAUSED_BY]->(:Identifier) } AS identifiers
