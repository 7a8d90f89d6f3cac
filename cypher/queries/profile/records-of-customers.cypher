// The records that the golden record of each customer is made of: those of the most trusted sources first, then the newest,
// then by key. A row's `seen` are the sources that the caller may see; null: all.
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
CALL (customer, row) {
  MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord)
  WHERE row.seen IS NULL OR record.source IN row.seen
  WITH record, coalesce($trust[record.source], $defaultTrust) AS trust
  RETURN record
  ORDER BY trust DESC, record.capturedAt IS NULL, record.capturedAt DESC, record.key
  LIMIT $limit
}
RETURN row.index AS index,
       properties(record) AS properties,
       record.capturedAt.epochMillis AS capturedAt,
       record.receivedAt.epochMillis AS receivedAt,
       [(record)-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(identifier:Identifier)
         WHERE identifier.type IN $types AND coalesce(held.status, 'ACTIVE') <> 'DETACHED' | {
         type: identifier.type, namespace: identifier.namespace, key: identifier.key, display: identifier.display,
         status: identifier.status, contested: coalesce(identifier.contested, false),
         capturedAt: held.capturedAt.epochMillis, until: held.until.epochMillis
       }] AS identifiers
