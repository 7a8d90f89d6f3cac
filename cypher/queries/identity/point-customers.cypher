// A former id points at a live customer, in one hop. One that did before keeps the number of its merge.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (former:Customer {id: row.id})
MATCH (live:Customer {id: row.into})
MERGE (former)-[new:MERGED_INTO]->(live)
ON CREATE SET new.at = at, new.tx = tx
