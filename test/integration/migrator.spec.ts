import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.js';
import { latestMigration, migrate, migrationLevel } from '../../src/graph/migrator.js';
import { statementOf } from '../../src/graph/statement.js';
import { emptyGraph, testGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

type Nothing = Record<string, never>;
const write = { access: 'write' } as const;
const forget = statementOf<Nothing, never>('test/forget', 'MATCH (m:Migration) DETACH DELETE m', write);
const stray = statementOf<Nothing, never>('test/stray', 'CREATE (:MigratorSpec)', write);
const countSteps = statementOf<Nothing, { steps: number }>(
  'test/steps',
  'MATCH (s:MigratorSpec) RETURN count(s) AS steps',
  { access: 'read' },
);

describe('the migrator', () => {
  let graph: Graph;
  let folder: string;

  beforeAll(async () => {
    graph = await testGraph();
    folder = mkdtempSync(join(tmpdir(), 'migrator-'));
    await emptyGraph(graph);
    await graph.write('forget', (tx) => tx.run(forget, {}));
  });
  afterAll(async () => {
    await emptyGraph(graph);
    await graph.write('forget', (tx) => tx.run(forget, {}));
    await migrate(graph);
    await graph.close();
    rmSync(folder, { recursive: true });
  });

  test("refuses a database that holds somebody else's data, and writes nothing", async () => {
    await graph.write('stray', (tx) => tx.run(stray, {}));
    expect(await graph.isEmpty()).toBe(false);
    await expect(migrate(graph)).rejects.toThrow(/not huella's/);
    expect(await migrationLevel(graph)).toBe(0);
    await emptyGraph(graph);
    expect(await graph.isEmpty()).toBe(true);
  });

  test('several migrators at once apply each migration once', async () => {
    writeFileSync(join(folder, 'V0001__a.cypher'), 'CREATE (:MigratorSpec);\nCREATE (:MigratorSpec);\n');
    writeFileSync(join(folder, 'V0002__b.cypher'), 'CREATE (:MigratorSpec);\n');
    const reports = await Promise.all(Array.from({ length: 4 }, () => migrate(graph, folder)));
    expect(reports.flatMap(({ applied }) => applied).sort()).toEqual(['V0001__a.cypher', 'V0002__b.cypher']);
    expect(reports.map(({ level }) => level)).toEqual([2, 2, 2, 2]);
    expect(await graph.lookup(countSteps, {})).toEqual([{ steps: 3 }]);
    expect(await migrationLevel(graph)).toBe(2);
  });

  test('a second run does nothing', async () => {
    expect(await migrate(graph, folder)).toEqual({ applied: [], level: 2 });
  });

  test('a changed file stops it by name', async () => {
    writeFileSync(join(folder, 'V0002__b.cypher'), 'CREATE (:MigratorSpec {other: true});\n');
    await expect(migrate(graph, folder)).rejects.toThrow('V0002__b.cypher: was changed after it was applied');
  });

  test('the latest migration is the last file', () => {
    expect(latestMigration(folder)).toBe(2);
  });
});
