// Ids that were merged away and had one of these records when they were retired, once for each customer that they answer.
UNWIND $keys AS key
MATCH (:SourceRecord {key: key})-[gone:WAS_RESOLVED_TO]->(former:Customer {status: 'MERGED'})
WHERE gone.toTx = former.retiredTx
WITH DISTINCT former
MATCH (former)-[merged:MERGED_INTO]->(live:Customer)
RETURN live.id AS mergedInto,
       merged.tx AS mergedTx,
       former.id AS id,
       former.createdAt.epochMillis AS createdAt,
       former.known AS known,
       COLLECT {
         MATCH (former)<-[past:WAS_RESOLVED_TO {toTx: former.retiredTx}]-(record:SourceRecord)
         OPTIONAL MATCH (record)-[:RESOLVES_TO]->(holder:Customer)
         RETURN {record: record.key, holder: holder.id}
       } AS records
