// One customer, its records, and what they hold.
CALL () {
  // By its id, today's or a former one,
  MATCH (:Customer {id: $who})-[:MERGED_INTO*0..1]->(customer:Customer {status: 'LIVE'})
  RETURN customer
  UNION
  // or by one of its records: source|record id.
  MATCH (:SourceRecord {key: $who})-[:RESOLVES_TO]->(customer:Customer)
  RETURN customer
}
MATCH (customer)<-[resolves:RESOLVES_TO]-(record:SourceRecord)
WITH customer, resolves, record ORDER BY record.key LIMIT 40
OPTIONAL MATCH (record)-[has:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(identifier:Identifier)
RETURN customer, resolves, record, has, identifier
LIMIT 300
