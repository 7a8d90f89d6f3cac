// Brands as they are declared.
UNWIND $rows AS row
MERGE (brand:Brand {id: row.id})
SET brand = row.properties
