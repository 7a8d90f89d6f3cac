// Every customer that one of the records resolves to.
UNWIND $keys AS key
MATCH (:SourceRecord {key: key})-[:RESOLVES_TO]->(customer:Customer)
RETURN DISTINCT customer.id AS customerId
