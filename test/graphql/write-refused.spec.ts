import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { crm, email, upsertRecords } from '../support/api.js';
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

test('a process with another policy does not write', async () => {
  await upsertRecords(app, crm('1', []));
  const other = await TestApp.start({ HUELLA_POLICY: OTHER_POLICY });
  const answer = await other.gql(UPSERT, { input });
  await other.close();
  expect(answer.errors[0]?.extensions).toMatchObject({ code: 'OTHER_RULES' });
  expect(answer.errors[0]?.message).toMatch(/policy "default-1/);
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
