// Matters for stewards that came up or changed. One that was decided stays decided while nothing about it changes.
UNWIND $rows AS row
MERGE (item:ReviewItem {id: row.id})
ON CREATE SET item.kind = row.kind, item.version = 0, item.status = 'CLOSED'
WITH item, row
WHERE item.status = 'CLOSED' OR item.reasons <> row.reasons
SET item.openedAt = CASE item.status WHEN 'OPEN' THEN item.openedAt ELSE datetime({epochMillis: $at}) END,
    item.status = 'OPEN',
    item.reasons = row.reasons,
    item.version = item.version + 1
REMOVE item.choice, item.decidedBy, item.closedAt
WITH item, row
WHERE NOT EXISTS { (item)-[:ABOUT]->() }
CALL (item, row) {
  WITH item, row WHERE row.label = 'Identifier'
  MATCH (about:Identifier {key: row.about})
  CREATE (item)-[:ABOUT]->(about)
}
CALL (item, row) {
  WITH item, row WHERE row.label = 'SourceRecord'
  MATCH (about:SourceRecord {key: row.about})
  CREATE (item)-[:ABOUT]->(about)
}
CALL (item, row) {
  WITH item, row WHERE row.label = 'Customer'
  MATCH (about:Customer {id: row.about})
  CREATE (item)-[:ABOUT]->(about)
}
CALL (item, row) {
  WITH item, row WHERE row.label = 'Decision'
  MATCH (about:Decision {id: row.about})
  CREATE (item)-[:ABOUT]->(about)
}
CALL (item, row) {
  WITH item, row WHERE row.label = 'SourceHold'
  MATCH (about:SourceHold {id: row.about})
  CREATE (item)-[:ABOUT]->(about)
}
