// The records that each customer had before a transaction.
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})<-[membership:RESOLVES_TO|WAS_RESOLVED_TO]-(record:SourceRecord)
WHERE membership.fromTx < row.tx AND coalesce(membership.toTx >= row.tx, true)
RETURN row.id AS id, collect(DISTINCT record.key) AS records
