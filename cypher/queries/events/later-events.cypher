// Events of these customers after a given one.
UNWIND $customers AS id
MATCH (:Customer {id: id})<-[:CHANGED|RETIRED]-(event:IdentityEvent)
WHERE event.seq > $seq
RETURN DISTINCT event.id AS id, event.seq AS seq
ORDER BY seq
LIMIT $limit
