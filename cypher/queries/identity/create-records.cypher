// Records, or stubs, never seen before.
UNWIND $rows AS row
CREATE (record:SourceRecord)
SET record = row.properties,
    record.capturedAt = CASE WHEN row.capturedAt IS NULL THEN null ELSE datetime({epochMillis: row.capturedAt}) END,
    record.receivedAt = datetime({epochMillis: row.receivedAt})
