// Records as they stand after a newer version.
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.key})
SET record = row.properties,
    record.capturedAt = CASE WHEN row.capturedAt IS NULL THEN null ELSE datetime({epochMillis: row.capturedAt}) END,
    record.receivedAt = datetime({epochMillis: row.receivedAt})
