// Deleted records leave their ALWAYS decisions.
UNWIND $rows AS row
MATCH (decision:Decision {id: row.decision})-[name:NAMES]->(record:SourceRecord {key: row.record})
CREATE (decision)-[:NAMED {side: name.side}]->(record)
DELETE name
