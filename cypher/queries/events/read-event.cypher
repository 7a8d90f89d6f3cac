// An event with the customers that it was about and the decisions that caused it.
MATCH (event:IdentityEvent {id: $id})-[:CHANGED]->(customer:Customer)
RETURN event.id AS id,
       event.seq AS seq,
       event.tx AS tx,
       event.kind AS kind,
       customer.id AS customer,
       [(event)-[:RETIRED]->(former:Customer) | former.id] AS retired,
       [(event)-[:CAUSED_BY]->(decision:Decision) | decision {.id, .kind, .status, .endedBy}] AS decisions,
       COUNT { (event)-[:CAUSED_BY]->(:Identifier) } AS identifiers
