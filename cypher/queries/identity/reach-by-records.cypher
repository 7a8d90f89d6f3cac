// Whom the records resolve to now: the second look, after the customers were locked.
UNWIND $keys AS key
MATCH (:SourceRecord {key: key})-[:RESOLVES_TO]->(customer:Customer)
RETURN key, customer.id AS customerId
