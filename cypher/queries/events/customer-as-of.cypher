// The records that a customer id had at a moment; when it was retired by then, those that answer for it.
MATCH (asked:Customer {id: $id})
WITH asked, datetime({epochMillis: $at}) AS at
WITH asked, at,
     EXISTS {
       MATCH (asked)<-[edge:RESOLVES_TO|WAS_RESOLVED_TO]-(:SourceRecord)
       WHERE edge.from <= at AND coalesce(edge.to > at, true)
     } AS isThere
CALL (asked, at, isThere) {
  WITH asked WHERE isThere
  RETURN asked AS customer
  UNION
  WITH asked, at WHERE NOT isThere
  MATCH (asked)<-[past:WAS_RESOLVED_TO {toTx: asked.retiredTx}]-(record:SourceRecord)-[edge:RESOLVES_TO|WAS_RESOLVED_TO]->(holder:Customer)
  WHERE past.to <= at AND edge.from <= at AND coalesce(edge.to > at, true)
  RETURN DISTINCT holder AS customer
}
RETURN customer.id AS customer,
       COLLECT {
         MATCH (customer)<-[edge:RESOLVES_TO|WAS_RESOLVED_TO]-(record:SourceRecord)
         WHERE edge.from <= at AND coalesce(edge.to > at, true)
         RETURN DISTINCT record.key ORDER BY record.key
       } AS records
ORDER BY customer
