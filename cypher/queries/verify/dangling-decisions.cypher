// Decisions that hold and name nothing, or are over and still name something.
MATCH (decision:Decision)
WHERE (decision.status = 'ACTIVE') <> EXISTS { (decision)-[:NAMES]->() }
RETURN decision.id AS subject
LIMIT $limit
