// Records of which something waits for a hold that is over or none, or without saying for which.
MATCH (record:SourceRecord)
WHERE (record.hold IS NOT NULL
       AND NOT EXISTS { MATCH (hold:SourceHold {id: record.hold}) WHERE hold.status IN ['OPEN', 'RELEASING', 'REJECTING'] })
   OR (record.hold IS NULL AND EXISTS { (record)-[:WITHHELD_IDENTIFIER {status: 'STOPPED'}]->() })
RETURN record.key AS subject
LIMIT $limit
