// Every source, with its brand.
MATCH (source:Source)
RETURN source.id AS id,
       source.declared AS declared,
       head([(source)-[:OF_BRAND]->(brand:Brand) | brand.id]) AS brandId,
       source.system AS system,
       source.owner AS owner,
       source.kind AS kind,
       source.country AS country,
       source.trust AS trust,
       source.freshnessHours AS freshnessHours,
       coalesce(source.fields, []) AS fields
ORDER BY id
