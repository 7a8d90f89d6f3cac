// A page of the records of each customer, by key, with what they hold.
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
CALL (customer, row) {
  MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord)
  WITH record, row
  WHERE record.key > row.after AND (row.seen IS NULL OR record.source IN row.seen)
  RETURN record ORDER BY record.key LIMIT $limit
}
RETURN row.index AS index,
       row.id AS customerId,
       record {.*, capturedAt: null, receivedAt: null} AS properties,
       record.capturedAt.epochMillis AS capturedAt,
       record.receivedAt.epochMillis AS receivedAt,
       [(record)-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(identifier:Identifier) | {
         type: identifier.type, namespace: identifier.namespace, display: identifier.display,
         status: identifier.status, contested: row.seen IS NULL AND coalesce(identifier.contested, false),
         contestReasons: CASE WHEN row.seen IS NULL THEN coalesce(identifier.contestReasons, []) ELSE [] END,
         held: coalesce(held.status, 'ACTIVE'), capturedAt: held.capturedAt, since: held.since, until: held.until
       }] AS identifiers
ORDER BY record.key
