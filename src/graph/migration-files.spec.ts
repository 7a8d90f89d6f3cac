import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MIGRATIONS_FOLDER } from './files.js';
import { parseMigration, pendingMigrations, readMigrations } from './migration-files.js';

describe('migrations', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'migrations-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (file: string, text = 'RETURN 1;\n') => writeFileSync(join(folder, file), text);

  test('statements end with a semicolon at the end of a line; comments are left out', () => {
    const text = "// about\nCREATE (a {t: 'x; y'});\n// only a comment\n;\nMATCH (n)\nRETURN n ;\n";
    expect(parseMigration('V0001__a.cypher', text).statements).toEqual([
      "CREATE (a {t: 'x; y'})",
      'MATCH (n)\nRETURN n',
    ]);
  });

  test('the checksum sees the text and not the line endings', () => {
    const checksum = (text: string) => parseMigration('V0001__a.cypher', text).checksum;
    expect(checksum('RETURN 1;\r\n')).toBe(checksum('RETURN 1;\n'));
    expect(checksum('RETURN 1;\n')).not.toBe(checksum('RETURN 2;\n'));
  });

  test('a folder is read in order', () => {
    write('V0002__second-one.cypher');
    write('V0001__first.cypher');
    expect(readMigrations(folder).map(({ version, name }) => [version, name])).toEqual([
      [1, 'first'],
      [2, 'second-one'],
    ]);
  });

  test.each([
    ['a gap', ['V0001__a.cypher', 'V0003__c.cypher'], 'V0003__c.cypher: expected version 2'],
    ['a double version', ['V0001__a.cypher', 'V0001__b.cypher'], 'V0001__b.cypher: expected version 2'],
    ['a start above 1', ['V0002__b.cypher'], 'V0002__b.cypher: expected version 1'],
    ['another form of name', ['V1__a.cypher'], 'V1__a.cypher: the name of a migration is'],
    ['a stray file', ['V0001__a.cypher', 'notes.txt'], 'notes.txt: the name of a migration is'],
  ])('%s is refused by name', (_, files, message) => {
    files.forEach((file) => write(file));
    expect(() => readMigrations(folder)).toThrow(message);
  });

  test('only what the database lacks is pending', () => {
    write('V0001__a.cypher');
    write('V0002__b.cypher');
    const files = readMigrations(folder);
    expect(pendingMigrations(files, files.slice(0, 1)).map(({ file }) => file)).toEqual(['V0002__b.cypher']);
    expect(pendingMigrations(files, files)).toEqual([]);
  });

  test.each([
    ['changed', [{ version: 1, name: 'a', checksum: 'other' }], 'V0001__a.cypher: was changed after it was applied'],
    ['skipped', [{ version: 2, name: 'b', checksum: 'x' }], 'V0001__a.cypher: the database lacks it but has version 2'],
  ])('a %s migration is refused by name', (_, applied, message) => {
    write('V0001__a.cypher');
    expect(() => pendingMigrations(readMigrations(folder), applied)).toThrow(message);
  });

  test('a database of a newer huella is refused', () => {
    expect(() => pendingMigrations([], [{ version: 1, name: 'later', checksum: 'x' }])).toThrow(/newer huella/);
  });

  test("the project's own migrations are well formed", () => {
    expect(readMigrations(MIGRATIONS_FOLDER).length).toBeGreaterThan(0);
  });
});
