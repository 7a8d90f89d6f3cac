// Customers as seen by somebody who sees some sources only: how many records, since when, and what could name them. A
// customer of whom nothing is seen is left out.
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  MATCH (customer)<-[:RESOLVES_TO]-(record:SourceRecord)
  WHERE record.source IN $sources
  WITH record ORDER BY record.key
  RETURN count(record) AS size, min(record.receivedAt) AS createdAt, collect(record)[..$named] AS naming
}
WITH customer, size, createdAt, naming
WHERE size > 0
RETURN customer.id AS id,
       createdAt,
       size,
       [record IN naming | {
         key: record.key, recordId: record.recordId, givenName: record.givenName, familyName: record.familyName,
         fullName: record.fullName, name: record.name, organizationName: record.organizationName,
         displays: [(record)-[:HAS_IDENTIFIER]->(identifier:Identifier) | identifier.display]
       }] AS naming
