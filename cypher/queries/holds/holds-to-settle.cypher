// Holds that a steward decided about and that are not carried out yet, the oldest first.
MATCH (hold:SourceHold)
WHERE hold.status IN ['REJECTING', 'RELEASING']
RETURN hold.id AS id, hold.status AS status, hold.decidedBy AS actor
ORDER BY hold.id
LIMIT $limit
