// What happened to customers, numbered without a gap.
MATCH (counter:Counter {id: 'transactions'})
SET counter.events = coalesce(counter.events, 0) + size($rows)
WITH counter.value AS tx, counter.events - size($rows) AS before, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
CREATE (event:IdentityEvent)-[:CHANGED]->(customer)
SET event = row.properties, event.seq = before + row.ordinal, event.tx = tx, event.at = at
WITH event, row
CALL (event, row) {
  UNWIND row.retired AS id
  MATCH (former:Customer {id: id})
  CREATE (event)-[:RETIRED]->(former)
}
CALL (event, row) {
  UNWIND range(0, size(row.identifiers) - 1) AS position
  MATCH (identifier:Identifier {key: row.identifiers[position]})
  CREATE (event)-[:CAUSED_BY {position: position}]->(identifier)
}
CALL (event, row) {
  UNWIND range(0, size(row.decisions) - 1) AS position
  MATCH (decision:Decision {id: row.decisions[position]})
  CREATE (event)-[:CAUSED_BY {position: position}]->(decision)
}
