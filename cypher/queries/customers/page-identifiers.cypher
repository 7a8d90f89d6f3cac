// A page of the identifiers of each customer, by type. The place in the page is the node's own id: an identifier's key
// holds its value, which is nobody's cursor.
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
CALL (customer, row) {
  MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord)-[:HAS_IDENTIFIER]->(identifier:Identifier)
  WHERE row.seen IS NULL OR record.source IN row.seen
  WITH row, identifier, count(record) AS records
  WHERE identifier.type > row.afterType OR identifier.type = row.afterType AND elementId(identifier) > row.afterNode
  RETURN identifier, records ORDER BY identifier.type, elementId(identifier) LIMIT $limit
}
RETURN row.index AS index,
       row.id AS customerId,
       elementId(identifier) AS node,
       identifier.type AS type,
       identifier.namespace AS namespace,
       identifier.display AS display,
       identifier.status AS status,
       row.seen IS NULL AND coalesce(identifier.contested, false) AS contested,
       CASE WHEN row.seen IS NULL THEN coalesce(identifier.contestReasons, []) ELSE [] END AS contestReasons,
       records
ORDER BY type, node
