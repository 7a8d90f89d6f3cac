// Holds of a status, by id.
MATCH (hold:SourceHold)
WHERE hold.status = $status AND hold.id > $after
RETURN hold.id AS id
ORDER BY hold.id
LIMIT $limit
