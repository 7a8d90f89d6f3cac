// Every customer that holds one of the identifiers.
UNWIND $keys AS key
MATCH (:Identifier {key: key})<-[:HAS_IDENTIFIER]-(:SourceRecord)-[:RESOLVES_TO]->(customer:Customer)
RETURN DISTINCT customer.id AS customerId
