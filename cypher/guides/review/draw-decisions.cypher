// The newest decisions in force, with the records and identifiers they name and the customers these belong to.
MATCH (decision:Decision {status: 'ACTIVE'})
WITH decision ORDER BY decision.decidedAt DESC LIMIT 10
MATCH (decision)-[names:NAMES]->(named)
OPTIONAL MATCH (named)-[resolves:RESOLVES_TO]->(customer:Customer)
RETURN decision, names, named, resolves, customer
LIMIT 200
