// Locks customers, in the order given, and reads what they carry. One that ended before the lock was had is none.
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
REMOVE customer.lock
WITH customer
WHERE customer.status = 'LIVE'
RETURN customer.id AS id,
       customer.createdAt.epochMillis AS createdAt,
       customer.size AS size,
       customer.constrained AS constrained,
       coalesce(customer.unsettled, false) AS unsettled,
       customer.known AS known,
       coalesce(customer.slots, []) AS slots,
       coalesce(customer.persons, []) AS persons,
       customer.displayName AS displayName
