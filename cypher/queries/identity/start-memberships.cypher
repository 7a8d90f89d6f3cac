// Records resolve to customers.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.record})
MATCH (customer:Customer {id: row.to})
CREATE (record)-[:RESOLVES_TO {from: at, fromTx: tx}]->(customer)
