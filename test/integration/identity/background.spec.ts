import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { BackgroundJobs } from '../../../src/identity/background/background-jobs.js';
import { DEFAULT_POLICY } from '../../../src/identity/policy/default-policy.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { IdentityWorld, record } from '../../support/identity-world.js';
import { TestApp } from '../../support/test-app.js';
import { emptyGraph } from '../../support/test-graph.js';

jest.setTimeout(120_000);

let app: TestApp;
let graph: Graph;
beforeAll(async () => {
  app = await TestApp.start();
  graph = app.nest.get(Graph);
});
beforeEach(() => emptyGraph(graph));
afterAll(() => app.close());

const write = (text: string) =>
  graph.write('test.change', (tx) =>
    tx.run(statementOf<Record<string, never>, never>('test/change', text, { access: 'write' }), {}),
  );

test('what was held because a component was too large is resolved by the job', async () => {
  const cramped = new IdentityWorld(graph, { ...DEFAULT_POLICY, componentMax: 10 });
  const email: [string, string] = ['EMAIL', 'ana@correo.mx'];
  await cramped.upsert(Array.from({ length: 11 }, (_, at) => record('shop', String(at), email)));
  const [held] = await cramped.upsert([record('crm', '1', email)]);
  expect(await cramped.customers()).toHaveLength(2);
  // The job runs under the policy of the service, which has room for such a component.
  await write("MATCH (setting:Setting {id: 'policy'}) DETACH DELETE setting");
  expect(await app.nest.get(BackgroundJobs).settleCustomers()).toBeGreaterThan(0);
  const [one, ...others] = await cramped.customers();
  expect(others).toEqual([]);
  expect(one?.records).toHaveLength(12);
  expect(held?.customerId).not.toBe(one?.id);
  expect(await app.nest.get(BackgroundJobs).settleCustomers()).toBe(0);
  expect((await new VerifyService(graph, DEFAULT_POLICY).verify()).differences).toEqual([]);
});

test('a decision ends when its time is over, once', async () => {
  const world = new IdentityWorld(graph);
  const [a, b] = await world.upsert([record('shop', '1'), record('shop', '2')]);
  const query = `mutation ($input: MergeCustomersInput!) { mergeCustomers(input: $input) { userErrors { code } } }`;
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const input = { into: a?.customerId, customers: [b?.customerId], reason: 'for an hour', expiresAt };
  expect((await app.gql(query, { input })).errors).toEqual([]);
  expect(await app.nest.get(BackgroundJobs).expireDecisions()).toBe(0);
  await write('MATCH (decision:Decision) SET decision.expiresAt = datetime() - duration({seconds: 1})');
  expect(await app.nest.get(BackgroundJobs).expireDecisions()).toBe(1);
  expect((await world.customers()).map((each) => each.id).sort()).toEqual([a?.customerId, b?.customerId].sort());
  expect(await app.nest.get(BackgroundJobs).expireDecisions()).toBe(0);
});
