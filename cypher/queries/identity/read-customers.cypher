// What customers carry, without a lock: to compare it with what their records say.
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN customer.id AS id,
       customer.createdAt.epochMillis AS createdAt,
       customer.size AS size,
       customer.constrained AS constrained,
       customer.known AS known,
       customer.slots AS slots,
       customer.persons AS persons,
       customer.displayName AS displayName
