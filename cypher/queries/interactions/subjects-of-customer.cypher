// Whom a customer's interactions hang on: its records, and the identifiers that name this customer and no other. Only
// those that performed anything; up to $limit, in the order of their keys.
MATCH (customer:Customer {id: $id})
CALL (customer) {
  MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord)
  RETURN 'record:' + record.key AS subject
  UNION
  MATCH (customer)<-[:RESOLVES_TO]-(:SourceRecord)-[:HAS_IDENTIFIER]->(identifier:Identifier {status: 'LINKABLE'})
  WITH DISTINCT customer, identifier
  WHERE NOT EXISTS {
    MATCH (identifier)<-[:HAS_IDENTIFIER]-(:SourceRecord)-[:RESOLVES_TO]->(other:Customer)
    WHERE other <> customer
  }
  RETURN 'identifier:' + identifier.key AS subject
}
WITH subject
WHERE EXISTS {
  MATCH (performed:Interaction)
  USING INDEX SEEK performed:Interaction(subjectKey, occurredAt, id)
  WHERE performed.subjectKey = subject AND performed.occurredAt IS NOT NULL AND performed.id IS NOT NULL
}
RETURN subject ORDER BY subject LIMIT $limit
