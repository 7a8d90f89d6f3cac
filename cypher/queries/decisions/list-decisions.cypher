// Decisions of one status, by id.
MATCH (decision:Decision)
WHERE decision.status = $status AND decision.id > $after
RETURN decision.id AS id
ORDER BY decision.id
LIMIT $limit
