// A page of live customers by id, which is the order in which they were made.
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.status = 'LIVE'
  AND ($seen IS NULL
       OR EXISTS { MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord) WHERE record.source IN $seen })
RETURN customer { .id, .createdAt, .size, .constrained, .displayName } AS customer
ORDER BY customer.id
LIMIT $limit
