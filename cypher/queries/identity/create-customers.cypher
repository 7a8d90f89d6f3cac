// New customers.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx
UNWIND $rows AS row
CREATE (customer:Customer)
SET customer = row.properties,
    customer.createdAt = datetime({epochMillis: row.createdAt}),
    customer.createdTx = tx
