// Identifiers that nobody had before.
UNWIND $rows AS row
CREATE (identifier:Identifier)
SET identifier = row
