// The customers that gained the most records in the last days, by new records or by merges.
WITH datetime() - duration({days: $days}) AS since
MATCH (customer:Customer {status: 'LIVE'}) WHERE customer.size > 1
MATCH (customer)<-[member:RESOLVES_TO]-(:SourceRecord)
WHERE member.from >= since
WITH customer, count(member) AS gained
RETURN customer.displayName AS customer, customer.id AS id, gained, customer.size AS records,
       round(100.0 * gained / customer.size) AS percentNew
ORDER BY gained DESC, id
LIMIT 20
