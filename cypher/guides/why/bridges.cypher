// Identifiers whose loss would split a customer. For customers of at most 60 records, and chains of at most 16 steps.
CALL () {
  MATCH (:Customer {id: $who})-[:MERGED_INTO*0..1]->(customer:Customer {status: 'LIVE'})
  RETURN customer
  UNION
  MATCH (:SourceRecord {key: $who})-[:RESOLVES_TO]->(customer:Customer)
  RETURN customer
}
WITH customer WHERE customer.size <= 60
MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord)
WITH collect(record) AS members
UNWIND members AS member
MATCH (member)-[:HAS_IDENTIFIER]->(bridge:Identifier {status: 'LINKABLE'})
WITH members, bridge, collect(member) AS holders
WHERE size(holders) > 1
WITH members, bridge, holders, head(holders) AS first
UNWIND tail(holders) AS other
// Is there another way from its first holder to each of the others?
OPTIONAL MATCH detour = shortestPath((first)-[:HAS_IDENTIFIER|NAMES*..16]-(other))
WHERE all(step IN nodes(detour) WHERE step <> bridge
  AND (step IN members OR step.status = 'LINKABLE' OR step.kind = 'ALWAYS'))
WITH bridge, holders, count(other) AS others, count(detour) AS detours
WHERE detours < others
RETURN bridge.type AS type, bridge.display AS identifier, size(holders) AS heldBy,
       [holder IN holders | holder.key][..10] AS records
ORDER BY heldBy DESC, type, identifier
LIMIT 25
