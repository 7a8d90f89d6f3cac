// From which sources the records of customers come, how many, and when they were first and last heard of.
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})<-[:RESOLVES_TO]-(record:SourceRecord)
WHERE row.seen IS NULL OR record.source IN row.seen
RETURN row.index AS index,
       customer.id AS customerId,
       record.source AS source,
       count(record) AS records,
       min(record.receivedAt.epochMillis) AS firstAt,
       max(record.receivedAt.epochMillis) AS lastAt
