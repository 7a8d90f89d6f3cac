// The oldest open items as a graph: what each is about, and who is touched by it.
MATCH (item:ReviewItem {status: 'OPEN'})
WITH item ORDER BY item.openedAt, item.id LIMIT 10
MATCH (item)-[concerns:ABOUT]->(about)
OPTIONAL MATCH (about)-[link:HAS_IDENTIFIER|RESOLVES_TO]-(neighbour)
RETURN item, concerns, about, link, neighbour
LIMIT 150
