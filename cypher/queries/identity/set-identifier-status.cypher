// Identifiers that became generic, or ceased to be, or whose time was divided into tenures.
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
SET identifier.status = row.status, identifier.divided = coalesce(row.divided, identifier.divided)
