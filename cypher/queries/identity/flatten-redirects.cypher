// Ids that pointed at a customer that was merged away follow it, so that every former id answers in one hop.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (live:Customer {id: row.into})
MATCH (:Customer {id: row.id})<-[old:MERGED_INTO]-(former:Customer)
WHERE former.id <> row.into
MERGE (former)-[new:MERGED_INTO]->(live)
ON CREATE SET new.at = at, new.tx = tx
DELETE old
