// What a decision is about.
UNWIND $rows AS row
MATCH (decision:Decision {id: row.decision})
MATCH (identifier:Identifier {key: row.key})
CREATE (decision)-[:NAMES {side: row.side}]->(identifier)
