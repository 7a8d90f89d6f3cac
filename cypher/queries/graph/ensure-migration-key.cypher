// The one constraint that must exist before the first migration: without it two migrators could both create the lock.
CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (migration:Migration) REQUIRE migration.version IS UNIQUE
