// Whom a decision is about.
UNWIND $rows AS row
MATCH (decision:Decision {id: row.decision})
MATCH (record:SourceRecord {key: row.key})
CREATE (decision)-[:NAMES {side: row.side}]->(record)
