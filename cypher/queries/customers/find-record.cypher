// One record with what it holds; a deleted one is gone.
MATCH (record:SourceRecord {key: $key})-[:RESOLVES_TO]->(customer:Customer)
WHERE $seen IS NULL OR record.source IN $seen
RETURN customer.id AS customerId,
       record {.*, capturedAt: null, receivedAt: null} AS properties,
       record.capturedAt.epochMillis AS capturedAt,
       record.receivedAt.epochMillis AS receivedAt,
       [(record)-[held:HAS_IDENTIFIER|WITHHELD_IDENTIFIER]->(identifier:Identifier) | {
         type: identifier.type, namespace: identifier.namespace, display: identifier.display,
         status: identifier.status, contested: $seen IS NULL AND coalesce(identifier.contested, false),
         contestReasons: CASE WHEN $seen IS NULL THEN coalesce(identifier.contestReasons, []) ELSE [] END,
         held: coalesce(held.status, 'ACTIVE'), capturedAt: held.capturedAt, since: held.since, until: held.until
       }] AS identifiers
