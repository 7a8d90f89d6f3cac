// One customer that holds each linkable identifier now: the second look, after the customers were locked.
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key, status: 'LINKABLE'})
CALL (identifier) {
  MATCH (identifier)<-[:HAS_IDENTIFIER]-(:SourceRecord)-[:RESOLVES_TO]->(customer:Customer)
  RETURN customer.id AS customerId LIMIT 1
}
RETURN key, customerId
