// An attachment that is kept and joins nobody (held or detached).
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.record})
MATCH (identifier:Identifier {key: row.identifier})
CREATE (record)-[held:WITHHELD_IDENTIFIER]->(identifier)
SET held = row.properties,
    held.capturedAt = CASE WHEN row.capturedAt IS NULL THEN null ELSE datetime({epochMillis: row.capturedAt}) END,
    held.since = CASE WHEN row.since IS NULL THEN null ELSE datetime({epochMillis: row.since}) END,
    held.until = CASE WHEN row.until IS NULL THEN null ELSE datetime({epochMillis: row.until}) END
