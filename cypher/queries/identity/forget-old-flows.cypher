// Forgets what sources said in steps that no window looks at any more.
MATCH (flow:SourceFlow)
WHERE flow.from < datetime({epochMillis: $before})
WITH flow LIMIT $limit
DELETE flow
RETURN count(*) AS deleted
