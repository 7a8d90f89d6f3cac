// The decisions that stewards took, those in force first. Revoked and ended ones stay on record.
MATCH (decision:Decision)
WITH decision, decision.status = 'ACTIVE' AS inForce
ORDER BY inForce DESC, decision.decidedAt DESC LIMIT 50
RETURN decision.kind AS kind, decision.status AS status, decision.actor AS actor, decision.reason AS reason,
       toString(date(decision.decidedAt)) AS decidedAt, toString(date(decision.expiresAt)) AS expiresAt,
       COLLECT {
         MATCH (decision)-[names:NAMES|NAMED]->(named)
         RETURN 'side ' + names.side + ': ' + coalesce(named.type + ' ' + named.display, named.key) ORDER BY names.side LIMIT 10
       } AS names,
       decision.id AS decision
ORDER BY inForce DESC, decidedAt DESC
LIMIT 50
