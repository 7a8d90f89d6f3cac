// The customers with the most records. One that is far larger than the others deserves a look.
MATCH (customer:Customer {status: 'LIVE'})
WITH customer ORDER BY customer.size DESC, customer.id LIMIT 20
RETURN customer.displayName AS customer, customer.id AS id, customer.size AS records,
       size(COLLECT { MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord) RETURN DISTINCT record.source }) AS sources,
       size(customer.persons) AS persons, toString(date(customer.createdAt)) AS since
ORDER BY records DESC, id
LIMIT 20
