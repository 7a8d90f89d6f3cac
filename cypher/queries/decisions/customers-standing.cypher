// How customer ids stand, and whom former ones answer.
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN customer.id AS id,
       customer.status AS status,
       [(customer)-[:MERGED_INTO]->(live:Customer) | live.id] AS into
