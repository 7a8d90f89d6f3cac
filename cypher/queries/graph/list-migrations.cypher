// Migrations that the database has, in order. Version 0 is the lock that one migrator at a time holds.
MATCH (migration:Migration)
WHERE migration.version > 0
RETURN
  migration.version AS version,
  migration.name AS name,
  migration.checksum AS checksum,
  migration.appliedAt AS appliedAt
ORDER BY version
