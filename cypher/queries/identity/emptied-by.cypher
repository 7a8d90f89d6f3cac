// Ids that were emptied when one of these records was deleted, with the records that went last.
UNWIND $keys AS key
MATCH (record:SourceRecord {key: key})-[past:WAS_RESOLVED_TO]->(former:Customer {status: 'EMPTIED'})
WHERE past.toTx = former.retiredTx
RETURN former.id AS id,
       former.createdAt.epochMillis AS createdAt,
       former.known AS known,
       collect(record.key) AS records
