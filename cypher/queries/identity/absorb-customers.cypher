// All records of one customer move to another; where they were is kept as history.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (into:Customer {id: row.into})
MATCH (from:Customer {id: row.from})<-[old:RESOLVES_TO]-(record:SourceRecord)
CREATE (record)-[:WAS_RESOLVED_TO {from: old.from, to: at, fromTx: old.fromTx, toTx: tx}]->(from)
CREATE (record)-[:RESOLVES_TO {from: at, fromTx: tx}]->(into)
DELETE old
