// The largest customer with at most 60 of its records and what they hold.
MATCH (customer:Customer {status: 'LIVE'})
WITH customer ORDER BY customer.size DESC, customer.id LIMIT 1
MATCH (customer)<-[resolves:RESOLVES_TO]-(record:SourceRecord)
WITH customer, resolves, record ORDER BY record.key LIMIT 60
OPTIONAL MATCH (record)-[has:HAS_IDENTIFIER]->(identifier:Identifier)
RETURN customer, resolves, record, has, identifier
LIMIT 300
