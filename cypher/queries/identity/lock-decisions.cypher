// Locks decisions, so that each ends once.
UNWIND $ids AS id
MATCH (decision:Decision {id: id})
REMOVE decision.lock
RETURN decision.id AS id, decision.status AS status
