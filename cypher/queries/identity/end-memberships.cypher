// Records leave their customers; where they were is kept as history.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.record})-[old:RESOLVES_TO]->(from:Customer)
CREATE (record)-[:WAS_RESOLVED_TO {from: old.from, to: at, fromTx: old.fromTx, toTx: tx}]->(from)
DELETE old
