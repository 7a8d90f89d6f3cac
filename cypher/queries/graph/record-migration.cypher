// Remembers that a migration was applied, and from which text.
MERGE (migration:Migration {version: $version})
SET migration.name = $name, migration.checksum = $checksum, migration.appliedAt = $appliedAt
