// A page of live customers by id, which is the order in which they were made.
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.status = 'LIVE'
RETURN customer { .id, .createdAt, .size, .constrained, .displayName } AS customer
ORDER BY customer.id
LIMIT $limit
