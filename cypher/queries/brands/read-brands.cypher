// Every brand, with the one above it.
MATCH (brand:Brand)
RETURN brand.id AS id,
       brand.name AS name,
       head([(brand)-[:PART_OF]->(parent:Brand) | parent.id]) AS parentId,
       brand.country AS country,
       brand.realm AS realm,
       brand.visibility AS visibility,
       coalesce(brand.visibleTo, []) AS visibleTo
ORDER BY id
