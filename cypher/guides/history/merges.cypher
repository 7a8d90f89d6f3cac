// The merges of the last days, the newest first, with what caused them.
MATCH (event:IdentityEvent {kind: 'MERGED'})-[:CHANGED]->(customer:Customer)
WHERE event.at >= datetime() - duration({days: $days})
WITH event, customer ORDER BY event.seq DESC LIMIT 50
RETURN left(toString(event.at), 16) AS at, customer.displayName AS customer,
       COLLECT {
         MATCH (event)-[cause:CAUSED_BY]->(by)
         RETURN coalesce(by.type + ' ' + by.display, by.kind + ' by ' + by.actor) ORDER BY cause.position
       } AS causedBy,
       event.actor AS actor, event.id AS eventId, customer.id AS id,
       COLLECT { MATCH (event)-[:RETIRED]->(former:Customer) RETURN former.id } AS formerIds
ORDER BY event.seq DESC
LIMIT 50
