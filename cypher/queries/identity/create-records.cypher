// Records, or stubs, never seen before, with what they hold.
UNWIND $rows AS row
CREATE (record:SourceRecord)
SET record = row.properties,
    record.capturedAt = CASE WHEN row.capturedAt IS NULL THEN null ELSE datetime({epochMillis: row.capturedAt}) END,
    record.receivedAt = datetime({epochMillis: row.receivedAt})
WITH record, row.held AS attachments
UNWIND attachments AS each
MATCH (identifier:Identifier {key: each.identifier})
CREATE (record)-[held:HAS_IDENTIFIER]->(identifier)
SET held = each.properties,
    held.capturedAt = CASE WHEN each.capturedAt IS NULL THEN null ELSE datetime({epochMillis: each.capturedAt}) END,
    held.since = CASE WHEN each.since IS NULL THEN null ELSE datetime({epochMillis: each.since}) END,
    held.until = CASE WHEN each.until IS NULL THEN null ELSE datetime({epochMillis: each.until}) END
