// The latest merges as a graph: what happened, to whom, and because of what.
MATCH (event:IdentityEvent {kind: 'MERGED'})
WHERE event.at >= datetime() - duration({days: $days})
WITH event ORDER BY event.seq DESC LIMIT 15
MATCH (event)-[link:CHANGED|RETIRED|CAUSED_BY]->(about)
RETURN event, link, about
LIMIT 150
