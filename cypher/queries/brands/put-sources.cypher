// Sources as they are declared.
UNWIND $rows AS row
MERGE (source:Source {id: row.id})
SET source = row.properties
