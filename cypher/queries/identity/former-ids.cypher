// The ids that were merged into these customers, with the records that each had when it was retired.
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[merged:MERGED_INTO]-(former:Customer)
RETURN id AS mergedInto,
       merged.tx AS mergedTx,
       former.id AS id,
       former.createdAt.epochMillis AS createdAt,
       former.known AS known,
       COLLECT {
         MATCH (former)<-[past:WAS_RESOLVED_TO {toTx: former.retiredTx}]-(record:SourceRecord)
         OPTIONAL MATCH (record)-[:RESOLVES_TO]->(holder:Customer)
         RETURN {record: record.key, holder: holder.id}
       } AS records
