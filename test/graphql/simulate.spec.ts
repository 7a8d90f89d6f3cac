import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

interface Simulation {
  looked: number | null;
  created: number;
  merged: number;
  split: number;
  contested: number;
  changes: { kind: string; customerId: string }[];
  userErrors: { code: string; field: string | null }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => emptyGraph(app.nest.get(Graph)));
afterAll(() => app.close());

const QUERY = `query ($change: SimulatedChangeInput!) { simulate(change: $change) {
  looked created merged split contested changes { kind customerId } userErrors { code field } } }`;

/** What the default policy says, too. */
const SAME = { version: 'same-1', types: { EMAIL: {} } };

async function simulate(change: object): Promise<Simulation> {
  const answer = await app.gql<{ simulate: Simulation }>(QUERY, { change });
  expect(answer.errors).toEqual([]);
  return answer.data.simulate;
}

const email = { type: 'EMAIL', value: 'ana@correo.mx' };
const phone = { type: 'PHONE', value: '+525512345678' };
const record = (recordId: string, ...identifiers: object[]) => ({ source: 'crm', recordId, identifiers });

async function upsert(...records: object[]): Promise<string[]> {
  const query = `mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { results { customer { id } } } }`;
  const answer = await app.gql<{ upsertRecords: { results: { customer: { id: string } }[] } }>(query, {
    input: { records },
  });
  expect(answer.errors).toEqual([]);
  return answer.data.upsertRecords.results.map((each) => each.customer.id);
}

async function customers(): Promise<number> {
  const answer = await app.gql<{ customers: { nodes: unknown[] } }>('{ customers(first: 100) { nodes { id } } }');
  return answer.data.customers.nodes.length;
}

describe('simulate', () => {
  test('what sources would say: a merge, a new customer, and a record that would be rejected', async () => {
    await upsert(record('1', email), record('2', phone));
    const upserts = [record('3', email, phone), record('4'), { ...record('5'), sourceVersion: 'none' }];
    expect(await simulate({ upserts })).toMatchObject({
      ...{ created: 1, merged: 1, split: 0, changes: [{ kind: 'MERGED' }] },
      userErrors: [{ code: 'BAD_VERSION', field: 'upserts[2].sourceVersion' }],
    });
    expect(await customers()).toBe(2);
  });

  test('a deletion of what joins', async () => {
    await upsert(record('1', email), record('2', phone), record('3', email, phone));
    expect(await simulate({ deletions: [{ source: 'crm', recordId: '3' }] })).toMatchObject({ split: 1 });
    expect(await customers()).toBe(1);
  });

  test('decisions', async () => {
    const [a = '', b = ''] = await upsert(record('1', email), record('2', phone));
    expect(await simulate({ merge: [a, b] })).toMatchObject({ merged: 1, changes: [{ kind: 'MERGED' }] });
    expect(await simulate({ block: email })).toMatchObject({ split: 0, changes: [] });
    expect(await simulate({ merge: [a] })).toMatchObject({ merged: 0, userErrors: [{ code: 'INVALID_INPUT' }] });
    expect(await simulate({ revoke: 'none' })).toMatchObject({ userErrors: [{ code: 'UNKNOWN_DECISION' }] });
    expect(await simulate({ unmerge: 'none' })).toMatchObject({ userErrors: [{ code: 'UNKNOWN_EVENT' }] });
    await upsert(record('3', email, phone));
    const apart = {
      neverLink: [{ records: [{ source: 'crm', recordId: '1' }] }, { records: [{ source: 'crm', recordId: '2' }] }],
    };
    expect(await simulate(apart)).toMatchObject({ split: 1, contested: 1 });
    expect(await simulate({ block: { ...email, value: '' } })).toMatchObject({
      userErrors: [{ field: 'block.value' }],
    });
    expect(await customers()).toBe(1);
  });

  test('a policy, on some customers or on those that are named', async () => {
    const [a = ''] = await upsert(record('1', email), record('2', email), record('3', phone));
    await upsert(record('4', phone));
    const content = { version: 'apart-1', types: { EMAIL: { links: false } } };
    const all = await simulate({ policy: { content } });
    expect(all).toMatchObject({ looked: 2, split: 1, created: 1, changes: [{ kind: 'SPLIT', customerId: a }] });
    expect(await simulate({ policy: { content, customerIds: [a] } })).toMatchObject({ looked: 1, split: 1 });
    expect(await simulate({ policy: { content, sample: 1 } })).toMatchObject({ looked: 1 });
    expect(await simulate({ policy: { content: SAME } })).toMatchObject({ looked: 2, changes: [] });
    expect(await customers()).toBe(2);
    expect(await simulate({ policy: { content } })).toEqual(all);
  });

  test('a policy that cannot be tried', async () => {
    const content = SAME;
    expect(await simulate({ policy: { content: { types: 7 } } })).toMatchObject({
      userErrors: [{ code: 'INVALID_POLICY', field: 'policy.content' }],
    });
    expect(await simulate({ policy: { content, customerIds: ['nobody'] } })).toMatchObject({
      userErrors: [{ code: 'UNKNOWN_CUSTOMER', field: 'policy.customerIds[0]' }],
    });
    for (const range of [{ customerIds: [] }, { sample: 0 }, { sample: 201 }])
      expect(await simulate({ policy: { content, ...range } })).toMatchObject({
        userErrors: [{ code: 'LIMIT_EXCEEDED' }],
      });
  });

  test('a policy that lets nobody walk a component leaves its customers out, and says so', async () => {
    const large = Array.from({ length: 11 }, (_, index) => record(String(index), email));
    await upsert(...large, record('99', phone));
    const content = { ...SAME, componentMax: 10 };
    expect(await simulate({ policy: { content } })).toMatchObject({
      ...{ looked: 1, changes: [], userErrors: [{ code: 'TOO_LARGE', field: 'policy' }] },
    });
  });

  test.each([[{}], [{ merge: ['a', 'b'], revoke: 'c' }]])('%j is not one change', async (change) => {
    const answer = await app.gql(QUERY, { change });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
