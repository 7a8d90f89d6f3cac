// What waits for a steward, the oldest first.
MATCH (item:ReviewItem {status: 'OPEN'})
WITH item ORDER BY item.openedAt LIMIT 50
RETURN left(toString(item.openedAt), 16) AS openedAt, item.kind AS kind,
       COLLECT {
         MATCH (item)-[:ABOUT]->(about)
         RETURN coalesce(about.type + ' ' + about.display, about.displayName, about.key) LIMIT 10
       } AS about,
       item.id AS item
ORDER BY openedAt, item
LIMIT 50
