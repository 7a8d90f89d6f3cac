import { systemClock, type Clock } from '../kernel/clock.js';
import { LIMITS } from '../kernel/limits.js';
import { MIGRATIONS_FOLDER } from './files.js';
import type { Graph } from './graph.js';
import { awaitIndexes, ensureMigrationKey, listMigrations, lockMigrations, recordMigration } from './graph.queries.js';
import { MigrationRefused, pendingMigrations, readMigrations, type Migration } from './migration-files.js';
import { statementOf } from './statement.js';

/** What a run of the migrator did. */
export interface MigrationReport {
  /** Files that were applied now, in order. */
  readonly applied: readonly string[];
  /** Version of the last migration. */
  readonly level: number;
}

/** Version of the last migration that the database has; 0 for none. */
export async function migrationLevel(graph: Graph): Promise<number> {
  return (await graph.lookup(listMigrations, {})).at(-1)?.version ?? 0;
}

/** Version of the last migration that this build knows. */
export function latestMigration(folder = MIGRATIONS_FOLDER): number {
  return readMigrations(folder).at(-1)?.version ?? 0;
}

/**
 * Applies what is pending, one migrator at a time however many processes start. Throws MigrationRefused, before anything
 * is written, when files and database disagree or when the database holds somebody else's data.
 */
export async function migrate(
  graph: Graph,
  folder = MIGRATIONS_FOLDER,
  clock: Clock = systemClock,
): Promise<MigrationReport> {
  const files = readMigrations(folder);
  const known = await graph.lookup(listMigrations, {});
  pendingMigrations(files, known);
  if (known.length === 0 && !(await graph.isEmpty())) {
    throw new MigrationRefused("the database holds data that is not huella's; point NEO4J_URI at an empty one");
  }
  await graph.write('migrate.key', (tx) => tx.run(ensureMigrationKey, {}));
  const lockAndApply = { seconds: LIMITS.migrationSeconds };
  return graph.write(
    'migrate',
    async (lock) => {
      await lock.run(lockMigrations, { at: clock.now() });
      const pending = pendingMigrations(files, await graph.lookup(listMigrations, {}));
      for (const migration of pending) await apply(graph, migration, clock);
      if (pending.length > 0) await graph.lookup(awaitIndexes, { seconds: LIMITS.migrationSeconds });
      return { applied: pending.map(({ file }) => file), level: files.at(-1)?.version ?? 0 };
    },
    lockAndApply,
  );
}

/** Each statement in a transaction of its own: the database does not mix changes of schema and of data. */
async function apply(graph: Graph, migration: Migration, clock: Clock): Promise<void> {
  const { version, name, file, checksum } = migration;
  for (const text of migration.statements) {
    const statement = statementOf<Record<string, never>, never>(file, text, { access: 'write' });
    await graph.write(`migrate.${file}`, (tx) => tx.run(statement, {}), { seconds: LIMITS.migrationSeconds });
  }
  await graph.write('migrate.record', (tx) =>
    tx.run(recordMigration, { version, name, checksum, appliedAt: clock.now() }),
  );
}
