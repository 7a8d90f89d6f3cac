// Puts brands below the ones that they are declared to belong to, and takes them from where they were.
UNWIND $rows AS row
MATCH (brand:Brand {id: row.id})
OPTIONAL MATCH (brand)-[old:PART_OF]->(:Brand)
DELETE old
WITH brand, row
MATCH (parent:Brand {id: row.parentId})
MERGE (brand)-[:PART_OF]->(parent)
