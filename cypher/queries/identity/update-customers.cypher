// What customers carry after a change.
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
SET customer += row.properties, customer.createdAt = datetime({epochMillis: row.createdAt})
