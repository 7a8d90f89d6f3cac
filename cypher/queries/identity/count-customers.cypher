// How many live customers there are after one, in the order of their ids, to say how far a walk came.
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.status = 'LIVE'
RETURN count(*) AS customers
