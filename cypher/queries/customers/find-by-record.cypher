// The customer that a record resolves to.
MATCH (:SourceRecord {key: $key})-[:RESOLVES_TO]->(customer:Customer)
RETURN customer { .id, .createdAt, .size, .constrained, .displayName } AS customer
