// The settings that the graph was written under; the first writer decides them.
UNWIND $rows AS row
MERGE (setting:Setting {id: row.id})
ON CREATE SET setting.value = row.value
RETURN setting.id AS id, setting.value AS value
