import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/statement.js';
import { KEY_RULES } from '../../src/identifiers/key-rules.js';
import { ask, crm, email, upsertRecords } from '../support/api.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph, testGraphOptions } from '../support/test-graph.js';

jest.setTimeout(60_000);

const OTHER_POLICY = fileURLToPath(new URL('../../policies/opencr.yaml', import.meta.url));
const UPSERT = 'mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { results { outcome } } }';
const input = { records: [crm('1', [email('canary@correo.mx')])] };

let proxy: FaultProxy;
let app: TestApp;
beforeAll(async () => {
  proxy = await FaultProxy.before(testGraphOptions().uri);
  app = await TestApp.start({ NEO4J_URI: `bolt://127.0.0.1:${proxy.port}` });
  await emptyGraph(app.nest.get(Graph));
});
afterAll(async () => {
  await app.close();
  await proxy.close();
});

/** Whatever the graph was started with. */
const otherKeyRules = statementOf<{ value: string }, never>(
  'test/other-key-rules',
  "MATCH (setting:Setting {id: 'key-rules'}) SET setting.value = $value",
  { access: 'write' },
);

test('a process that was given another policy takes that of the graph', async () => {
  await upsertRecords(app, crm('1', []));
  const other = await TestApp.start({ HUELLA_POLICY: OTHER_POLICY });
  const [id] = await upsertRecords(other, crm('2', [email('ana@correo.mx')]));
  const { policy } = await ask<{ policy: { version: string } }>(other, '{ policy { version } }');
  await other.close();
  expect([typeof id, policy.version]).toEqual(['string', 'default-1']);
});

test('a process with other key rules does not write', async () => {
  const graph = app.nest.get(Graph);
  await graph.write('test.rules', (tx) => tx.run(otherKeyRules, { value: 'keys-0' }));
  const other = await TestApp.start();
  const answer = await other.gql(UPSERT, { input });
  await other.close();
  await graph.write('test.rules', (tx) => tx.run(otherKeyRules, { value: KEY_RULES }));
  expect(answer.errors[0]?.extensions).toMatchObject({ code: 'OTHER_RULES' });
  expect(answer.errors[0]?.message).toMatch(/key-rules "keys-0"/);
  expect(answer.text).not.toContain('canary');
});

test('without its graph the service says so, and takes records again when it is back', async () => {
  proxy.link = 'refuses';
  proxy.cut();
  const refused = await app.gql(UPSERT, { input });
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE' });
  expect(refused.headers.get('retry-after')).toBeTruthy();
  expect(refused.text).not.toContain('canary');
  proxy.link = 'up';
  expect((await app.gql(UPSERT, { input })).errors).toEqual([]);
});
