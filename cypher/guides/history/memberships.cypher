// Which customers one record has belonged to, and when. The row without an end is today's.
MATCH (record:SourceRecord {key: $record})-[member:RESOLVES_TO|WAS_RESOLVED_TO]->(customer:Customer)
RETURN left(toString(member.from), 16) AS from, left(toString(member.to), 16) AS until, customer.displayName AS customer, customer.id AS id,
       customer.status AS status
ORDER BY from DESC
LIMIT 50
