// The settings that the graph was written under.
MATCH (setting:Setting)
RETURN setting.id AS id, setting.value AS value
