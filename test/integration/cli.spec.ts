import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { serviceDoors } from '../../src/cli/connect.js';
import type { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/statement.js';
import { newId } from '../../src/kernel/ids.js';
import { openShell, type Shell } from '../support/cli/fake-terminal.js';
import { IdentityWorld } from '../support/identity-world.js';
import { emptyGraph, testGraph, testGraphOptions } from '../support/test-graph.js';

jest.setTimeout(120_000);

let graph: Graph;
let folder: string;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  folder = mkdtempSync(join(tmpdir(), 'huella-cli-'));
});
afterAll(() => graph.close());

/** Behind the service's back: puts a record with another customer. */
const moveRecord = statementOf<{ from: string; to: string }, never>(
  'test/move-record',
  `MATCH (:SourceRecord {key: $to})-[:RESOLVES_TO]->(customer:Customer)
   MATCH (record:SourceRecord {key: $from})-[wrong:RESOLVES_TO]->()
   DELETE wrong CREATE (record)-[:RESOLVES_TO]->(customer)`,
  { access: 'write' },
);

/** A shell on the test database. */
function shell(cwd: string, changes: Record<string, string> = {}): Shell {
  const { uri, user, password } = testGraphOptions();
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ...changes };
  return openShell(cwd, serviceDoors, { env, newId });
}
const project = resolve('.');
const SENZING = ['customers', 'reference', 'watchlist'].map((name) => `demo/senzing/${name}.jsonl`);
const load = ['load', '--mapping', 'mappings/senzing.yaml', ...SENZING];

describe('huella load-interactions', () => {
  test('records lines once, and refuses a bad one by itself', async () => {
    const own = { type: 'VISIT', direction: 'FROM_CUSTOMER', channel: 'WEB', occurredAt: '2026-01-01T10:00:00Z' };
    const line = (interactionId: string, changes: object = {}) => {
      return JSON.stringify({
        source: 'web',
        interactionId,
        record: { source: 'crm', recordId: '1' },
        ...own,
        ...changes,
      });
    };
    writeFileSync(
      join(folder, 'visits.ndjson'),
      [line('1'), line('2', { occurredAt: 'secret' }), line('3')].join('\n'),
    );
    const [dry, first, second] = [shell(folder), shell(folder), shell(folder)];
    expect(await dry.run('load-interactions', '--dry-run', 'visits.ndjson')).toBe(2);
    expect(await first.run('load-interactions', 'visits.ndjson')).toBe(2);
    expect(first.out[1]).toBe('created 2 · rejected 1');
    expect(first.err).toEqual([expect.stringMatching(/^visits\.ndjson:2: rejected: occurredAt .* \(INVALID_DATE\)$/)]);
    expect(await second.run('load-interactions', 'visits.ndjson')).toBe(2);
    expect(second.out[1]).toBe('unchanged 2 · rejected 1');
    expect([...dry.out, ...first.out, ...first.err].join()).not.toContain('secret');
  });
});

describe('huella load into a graph', () => {
  test('makes the customers that huella eval predicts, and changes nothing the second time', async () => {
    const first = shell(project);
    expect(await first.run(...load)).toBe(0);
    const measured = shell(project);
    const truth = 'demo/senzing/actual_truthset_key.csv';
    await measured.run('eval', '--mapping', 'mappings/senzing.yaml', '--records', ...SENZING, '--truth', truth);
    const { customers, records } = JSON.parse(measured.out.join('\n')) as { customers: number; records: number };
    const stored = await new IdentityWorld(graph).customers();
    expect([stored.length, stored.flatMap((customer) => customer.records).length]).toEqual([customers, records]);

    const second = shell(project);
    expect(await second.run(...load)).toBe(0);
    expect(second.out[1]).toMatch(/^unchanged 159 · warnings \d+$/);
    expect(await new IdentityWorld(graph).customers()).toEqual(stored);
  });

  test('a dry run leaves the graph empty', async () => {
    const dry = shell(project);
    expect(await dry.run(...load, '--dry-run')).toBe(0);
    expect(dry.out[1]).toContain('created 1');
    expect(await new IdentityWorld(graph).customers()).toEqual([]);
  });

  test('what the service rejects and leaves out is told by line, without its value', async () => {
    const lines = [
      { source: 'crm', recordId: '1', identifiers: [{ type: 'PHONE', value: 'secreto' }], attributes: {} },
      { source: 'crm', recordId: '2', identifiers: [], attributes: {}, sourceVersion: 'secreto' },
      { source: 'crm', recordId: '3', identifiers: [{ type: 'EMAIL', value: 'ana@correo.mx' }], attributes: {} },
    ];
    writeFileSync(join(folder, 'people.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n'));
    const one = shell(folder);
    expect(await one.run('load', 'people.ndjson')).toBe(2);
    expect(one.out[1]).toBe('created 2 · rejected 1 · warnings 1');
    expect(one.err[0]).toMatch(/^people\.ndjson:1: warning: identifiers\[0\]\.value .*\(INVALID_VALUE\)$/);
    expect(one.err[1]).toMatch(/^people\.ndjson:2: rejected: sourceVersion .*\(BAD_VERSION\)$/);
    expect([...one.out, ...one.err].join()).not.toContain('secreto');
  });
});

describe('huella verify', () => {
  test('finds a graph in order, and names the first difference of one that was tampered with', async () => {
    const people = [
      { source: 'crm', recordId: '1', identifiers: [{ type: 'EMAIL', value: 'ana@correo.mx' }] },
      { source: 'crm', recordId: '2', identifiers: [{ type: 'EMAIL', value: 'ana@correo.mx' }] },
      { source: 'crm', recordId: '3', identifiers: [{ type: 'EMAIL', value: 'luis@correo.mx' }] },
    ];
    writeFileSync(join(folder, 'people.ndjson'), people.map((line) => JSON.stringify(line)).join('\n'));
    expect(await shell(folder).run('load', 'people.ndjson')).toBe(0);
    const before = shell(folder);
    expect(await before.run('verify')).toBe(0);
    expect(before.out).toEqual(['2 customers with 3 records: the graph says what the evidence says']);

    await graph.write('test.tamper', (tx) => tx.run(moveRecord, { from: 'crm|2', to: 'crm|3' }));
    const after = shell(folder);
    expect(await after.run('verify')).toBe(1);
    expect(after.out[0]).toMatch(/: the graph differs from its evidence$/);
    expect(after.out[1]).toMatch(/^[A-Z_]+ crm\|\d /);
    expect(await shell(folder).run('verify', '--sample', '10')).toBe(1);
  });

  test('refuses a sample of nothing', async () => {
    const one = shell(folder);
    expect(await one.run('verify', '--sample', '0')).toBe(1);
    expect(one.err[0]).toContain('must be a whole number from 1');
  });
});

describe('a database that cannot be used is told in one line', () => {
  beforeEach(() => writeFileSync(join(folder, 'people.ndjson'), ''));

  test.each([
    ['a wrong password', { NEO4J_PASSWORD: 'wrong' }, /^huella: .*Unauthorized/],
    ['nobody at the address', { NEO4J_URI: 'bolt://127.0.0.1:1' }, /^huella: .*ServiceUnavailable/],
    ['no password', { NEO4J_PASSWORD: '' }, /^huella: NEO4J_PASSWORD is missing/],
    ['no database at all', { NEO4J_URI: '' }, /^huella: no database: run npm start/],
    [
      'no such policy',
      { HUELLA_POLICY: 'nowhere.yaml' },
      /^huella: HUELLA_POLICY: nowhere\.yaml: there is no such file/,
    ],
  ])('%s', async (_, changes, expected) => {
    const one = shell(folder, changes);
    expect(await one.run('load', 'people.ndjson')).toBe(1);
    expect(one.err).toHaveLength(1);
    expect(one.err[0]).toMatch(expected);
  });
});
