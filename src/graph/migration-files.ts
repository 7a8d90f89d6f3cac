import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of `cypher/migrations`. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /** e.g. `V0001__keys.cypher`. */
  readonly file: string;
  /** SHA-256 of the text, hexadecimal; line endings do not count. */
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** What the database remembers of a migration. */
export interface AppliedMigration {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

/** A set of migrations that must not be applied. The message names the file. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly safeToLog = true;
}

/** Migrations of a folder in order. Throws MigrationRefused on a name of another form, a double version or a gap. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => !file.startsWith('.'))
    .sort();
  const migrations = files.map((file) => parseMigration(file, readFileSync(join(folder, file), 'utf8')));
  migrations.forEach(({ version, file }, index) => {
    if (version === index + 1) return;
    throw new MigrationRefused(`${file}: expected version ${index + 1}; versions count up from 1 without gaps`);
  });
  return migrations;
}

/** Reads one migration. Statements end with `;` at the end of a line. Throws MigrationRefused on a bad file name. */
export function parseMigration(file: string, text: string): Migration {
  const match = /^V(\d{4})__([a-z0-9]+(?:-[a-z0-9]+)*)\.cypher$/.exec(file);
  if (!match?.[1] || !match[2])
    throw new MigrationRefused(`${file}: the name of a migration is V0001__what-it-does.cypher`);
  const normal = `${text.replaceAll('\r\n', '\n').trimEnd()}\n`;
  return {
    version: Number(match[1]),
    name: match[2],
    file,
    checksum: createHash('sha256').update(normal).digest('hex'),
    statements: normal
      .split(/;[ \t]*\n/)
      .map(withoutComments)
      .filter((statement) => statement !== ''),
  };
}

/**
 * Migrations that are still to be applied. Throws MigrationRefused when a file was changed after it was applied, or when
 * the database has a migration that is not here (a newer huella was at work).
 */
export function pendingMigrations(files: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  applied.forEach((known, index) => {
    const file = files[index];
    if (!file)
      throw new MigrationRefused(
        `the database has migration ${known.version} (${known.name}), which is not here: it was written by a newer huella`,
      );
    if (known.version !== file.version)
      throw new MigrationRefused(`${file.file}: the database lacks it but has version ${known.version}`);
    if (known.checksum !== file.checksum)
      throw new MigrationRefused(`${file.file}: was changed after it was applied; add a new migration instead`);
  });
  return files.slice(applied.length);
}

function withoutComments(statement: string): string {
  return statement
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n')
    .trim();
}
