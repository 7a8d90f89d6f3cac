// Identifiers that do, or no longer do, reach records that are told apart.
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
SET identifier.contested = row.contested, identifier.contestReasons = row.reasons
