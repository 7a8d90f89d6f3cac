// What the attachments of each identifier say about time.
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})<-[held:HAS_IDENTIFIER]-(record:SourceRecord)
RETURN key,
       record.key AS record,
       held.since.epochMillis AS since,
       held.until.epochMillis AS until,
       held.capturedAt.epochMillis AS capturedAt
