// What customers carry, without a lock: to compare it with what their records say.
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN customer.id AS id,
       customer.createdAt.epochMillis AS createdAt,
       customer.size AS size,
       customer.constrained AS constrained,
       coalesce(customer.unsettled, false) AS unsettled,
       customer.known AS known,
       coalesce(customer.slots, []) AS slots,
       coalesce(customer.persons, []) AS persons,
       customer.displayName AS displayName
