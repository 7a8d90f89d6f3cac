// The shortest chain of identifiers and decisions between two records of one customer.
MATCH (left:SourceRecord {key: $left})-[:RESOLVES_TO]->(customer:Customer)<-[:RESOLVES_TO]-(right:SourceRecord {key: $right})
MATCH chain = shortestPath((left)-[:HAS_IDENTIFIER|NAMES*..20]-(right))
WHERE all(step IN nodes(chain) WHERE
  (step:SourceRecord AND EXISTS { (step)-[:RESOLVES_TO]->(customer) })
  OR (step:Identifier AND step.status = 'LINKABLE')
  OR (step:Decision AND step.kind = 'ALWAYS'))
RETURN chain
LIMIT 1
