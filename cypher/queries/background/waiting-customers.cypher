// Customers that wait to be resolved, the longest first; not those of whom a steward decided that they stay so.
MATCH (item:ReviewItem)
WHERE item.status = 'OPEN' AND item.kind = 'OVERSIZED' AND item.openedAt >= datetime({epochMillis: 0})
MATCH (item)-[:ABOUT]->(customer:Customer)
WHERE customer.status = 'LIVE'
RETURN customer.id AS id
ORDER BY item.openedAt
LIMIT $limit
