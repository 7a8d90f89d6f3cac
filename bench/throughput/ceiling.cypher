// The raw ceiling: what the database can create when nobody asks who is who. Nothing is read, locked or compared.
UNWIND $rows AS row
CREATE (record:SourceRecord)
SET record = row.record, record.receivedAt = datetime({epochMillis: row.at})
CREATE (customer:Customer)
SET customer = row.customer, customer.createdAt = datetime({epochMillis: row.at})
CREATE (record)-[:RESOLVES_TO {from: datetime({epochMillis: row.at}), fromTx: 1}]->(customer)
WITH record, row
UNWIND row.identifiers AS each
CREATE (identifier:Identifier)
SET identifier = each
CREATE (record)-[:HAS_IDENTIFIER {raw: each.display, capturedAt: datetime({epochMillis: row.at})}]->(identifier)
