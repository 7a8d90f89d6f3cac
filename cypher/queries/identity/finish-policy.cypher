// The walk of a policy came to its end: what customers carry is its word, and may be trusted.
MATCH (policy:Policy {number: $number})
SET policy.status = 'ACTIVE', policy.cursor = null, policy.finishedAt = datetime({epochMillis: $at})
