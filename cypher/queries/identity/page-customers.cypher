// Ids of live customers in order, a page at a time.
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.status = 'LIVE'
RETURN customer.id AS id
ORDER BY id
LIMIT $limit
