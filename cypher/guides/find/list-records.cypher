// The records of one customer: what each source says, and since when it counts.
CALL () {
  MATCH (:Customer {id: $who})-[:MERGED_INTO*0..1]->(customer:Customer {status: 'LIVE'})
  RETURN customer
  UNION
  MATCH (:SourceRecord {key: $who})-[:RESOLVES_TO]->(customer:Customer)
  RETURN customer
}
MATCH (customer)<-[member:RESOLVES_TO]-(record:SourceRecord)
RETURN record.source AS source, record.recordId AS recordId,
       coalesce(record.fullName, trim(coalesce(record.givenName, '') + ' ' + coalesce(record.familyName, ''))) AS name,
       record.birthDate AS birthDate, toString(date(member.from)) AS memberSince,
       COLLECT { MATCH (record)-[:HAS_IDENTIFIER]->(held) RETURN held.type + ' ' + held.display ORDER BY held.type } AS holds
ORDER BY source, recordId
LIMIT 100
