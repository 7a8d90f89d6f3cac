// The merges of the last days, the newest first, with what caused them.
MATCH (event:IdentityEvent {kind: 'MERGED'})-[:CHANGED]->(customer:Customer)
WHERE event.at >= datetime() - duration({days: $days})
WITH event, customer ORDER BY event.tx DESC, event.ordinal DESC LIMIT 50
RETURN left(toString(event.at), 16) AS at, customer.displayName AS customer, customer.id AS id,
       COLLECT { MATCH (event)-[:RETIRED]->(former:Customer) RETURN former.id } AS formerIds,
       COLLECT {
         MATCH (event)-[cause:CAUSED_BY]->(by)
         RETURN coalesce(by.type + ' ' + by.display, by.kind + ' by ' + by.actor) ORDER BY cause.position
       } AS causedBy,
       event.actor AS actor, event.reason AS reason, event.id AS event
ORDER BY at DESC, event DESC
LIMIT 50
