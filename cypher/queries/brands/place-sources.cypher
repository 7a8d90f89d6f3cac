// Gives sources to the brands that they are declared to speak for, and takes them from others.
UNWIND $rows AS row
MATCH (source:Source {id: row.id})
OPTIONAL MATCH (source)-[old:OF_BRAND]->(:Brand)
DELETE old
WITH source, row
MATCH (brand:Brand {id: row.brandId})
MERGE (source)-[:OF_BRAND]->(brand)
