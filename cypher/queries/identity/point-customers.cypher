// A former id points at a live customer, in one hop.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (former:Customer {id: row.id})
MATCH (live:Customer {id: row.into})
CREATE (former)-[:MERGED_INTO {at: at, tx: tx}]->(live)
