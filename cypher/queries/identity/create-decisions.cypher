// What stewards decided, without whom it names.
MATCH (counter:Counter {id: 'transactions'})
WITH counter.value AS tx
UNWIND $rows AS row
CREATE (decision:Decision)
SET decision = row.properties,
    decision.status = 'ACTIVE',
    decision.createdTx = tx,
    decision.decidedAt = datetime({epochMillis: row.decidedAt}),
    decision.cutAt = CASE WHEN row.cutAt IS NULL THEN null ELSE datetime({epochMillis: row.cutAt}) END,
    decision.expiresAt = CASE WHEN row.expiresAt IS NULL THEN null ELSE datetime({epochMillis: row.expiresAt}) END
