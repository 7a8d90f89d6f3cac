// A customer by any id that it ever had, with the live customers that a former id points at.
MATCH (customer:Customer {id: $id})
RETURN customer.status AS status,
       customer { .id, .createdAt, .size, .constrained, .displayName } AS own,
       COLLECT {
         MATCH (customer)-[:MERGED_INTO]->(live:Customer {status: 'LIVE'})
         RETURN live { .id, .createdAt, .size, .constrained, .displayName } ORDER BY live.id
       } AS successors
