// The customer that a record resolves to.
MATCH (record:SourceRecord {key: $key})-[:RESOLVES_TO]->(customer:Customer)
WHERE $seen IS NULL OR record.source IN $seen
RETURN customer { .id, .createdAt, .size, .constrained, .displayName } AS customer
