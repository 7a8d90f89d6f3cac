// What a hold stopped of these records never counts. The records are locked first, in the order given.
UNWIND $keys AS key
MATCH (record:SourceRecord {key: key})
REMOVE record.lock
WITH record
WHERE record.hold = $id
REMOVE record.hold
WITH record
MATCH (record)-[held:WITHHELD_IDENTIFIER {status: 'STOPPED'}]->()
SET held.status = 'REJECTED'
