// Which of the sources have records, deleted ones too.
UNWIND $ids AS id
WITH id WHERE EXISTS { MATCH (record:SourceRecord) WHERE record.key STARTS WITH id + '|' }
RETURN id
