// Decisions that hold no more: whom they named stays known, by another name, so that no lock looks at it. None is skipped any more.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx, datetime({epochMillis: $at}) AS at
UNWIND $rows AS row
MATCH (decision:Decision {id: row.id})
SET decision.status = row.status, decision.endedTx = tx, decision.endedAt = at,
    decision.endedBy = row.by
REMOVE decision.skipped
WITH decision
MATCH (decision)-[name:NAMES]->(named)
CREATE (decision)-[:NAMED {side: name.side}]->(named)
DELETE name
