// Identifiers that became generic, or ceased to be.
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
SET identifier.status = row.status
