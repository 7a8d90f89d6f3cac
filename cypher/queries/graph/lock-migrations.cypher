// Holds off other migrators until this transaction ends.
MERGE (lock:Migration {version: 0})
SET lock.name = 'lock', lock.appliedAt = $at
