// Some of the records that wait because of a hold.
MATCH (record:SourceRecord {hold: $id})
RETURN record.key AS key
LIMIT $limit
