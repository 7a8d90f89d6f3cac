// Identifiers whose time stewards cut at other moments than before.
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
SET identifier.cuts = CASE WHEN size(row.cuts) = 0 THEN null ELSE [cut IN row.cuts | datetime({epochMillis: cut})] END
