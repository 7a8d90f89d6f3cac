// Active decisions whose time is over.
MATCH (decision:Decision)
WHERE decision.expiresAt <= datetime({epochMillis: $at}) AND decision.status = 'ACTIVE'
RETURN decision.id AS id
ORDER BY decision.expiresAt
LIMIT $limit
