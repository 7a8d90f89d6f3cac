// The hold that stops a source, or one job of it, already.
MATCH (hold:SourceHold {status: 'OPEN'})
WHERE hold.source = $source AND (hold.job IS NULL OR hold.job = $job)
RETURN hold.id AS id
LIMIT 1
