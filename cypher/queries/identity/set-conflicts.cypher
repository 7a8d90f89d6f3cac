// Records that do, or no longer do, hold more values of a type than one person has.
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.record})
SET record.conflicts = row.types
