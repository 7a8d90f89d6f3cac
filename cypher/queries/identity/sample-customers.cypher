// Ids of some live customers, taken at random.
MATCH (customer:Customer {status: 'LIVE'})
WITH customer, rand() AS draw
ORDER BY draw
LIMIT $limit
RETURN customer.id AS id
