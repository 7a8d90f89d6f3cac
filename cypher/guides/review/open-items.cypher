// What waits for a steward, the oldest first.
MATCH (item:ReviewItem {status: 'OPEN'})
WITH item ORDER BY item.openedAt, item.id LIMIT 50
RETURN left(toString(item.openedAt), 16) AS openedAt, item.kind AS kind, item.reasons AS reasons,
       COLLECT {
         MATCH (item)-[:ABOUT]->(about)
         RETURN coalesce(about.type + ' ' + about.display, about.displayName, about.key, about.kind + ' by ' + about.actor, about.source) LIMIT 10
       } AS about,
       item.id AS itemId
ORDER BY openedAt, itemId
LIMIT 50
