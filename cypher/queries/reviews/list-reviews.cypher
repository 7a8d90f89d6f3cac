// Review items of a status, oldest first; of one kind if told so, and opened before a moment if told so.
MATCH (item:ReviewItem)
WHERE item.status = $status
  AND ($kind IS NULL OR item.kind = $kind)
  AND item.openedAt >= datetime({epochMillis: $after})
  AND item.openedAt < datetime({epochMillis: $before})
  AND (item.openedAt > datetime({epochMillis: $after}) OR item.id > $afterId)
RETURN item.id AS id, item.openedAt.epochMillis AS openedAt
ORDER BY item.openedAt, item.id
LIMIT $limit
