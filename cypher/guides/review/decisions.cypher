// The decisions that stewards took, those in force first. Revoked and ended ones stay on record.
MATCH (decision:Decision)
WITH decision, decision.status = 'ACTIVE' AS inForce
ORDER BY inForce DESC, decision.decidedAt DESC LIMIT 50
RETURN decision.kind AS kind,
       COLLECT {
         MATCH (decision)-[names:NAMES|NAMED]->(named)
         RETURN 'side ' + names.side + ': ' + coalesce(named.type + ' ' + named.display, named.key) ORDER BY names.side LIMIT 10
       } AS names,
       decision.reason AS reason, decision.actor AS actor, decision.status AS status,
       toString(date(decision.decidedAt)) AS decidedAt, toString(date(decision.expiresAt)) AS expiresAt,
       toString(date(decision.cutAt)) AS cutAt,
       decision.id AS decisionId
ORDER BY inForce DESC, decidedAt DESC, decisionId DESC
LIMIT 50
