import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { ask, crm, deleteRecord, email, upsertRecords } from '../support/api.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => emptyGraph(app.nest.get(Graph)));
afterAll(() => app.close());

const CUSTOMER = 'query ($id: ID!) { customer(id: $id) { id redirectedFrom size } }';
const IDENTITY = 'query ($id: ID!) { identity(id: $id) { state customer { id } candidates { id } } }';
const HOLDER = 'query ($identifier: IdentifierInput!) { customerByIdentifier(identifier: $identifier) { id } }';

interface Page<Node> {
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A tie between two former customers: `ana@` of one, `oficina@` of the other. */
const bridge = crm('bridge', [email('ana@correo.mx'), email('ana@oficina.mx')]);

describe('customer and identity', () => {
  test('a live customer', async () => {
    const [id] = await upsertRecords(app, crm('1', [email('ana@correo.mx')], { fullName: 'Ana Gómez' }));
    const query = `query ($id: ID!) { customer(id: $id) { id createdAt redirectedFrom size constrained displayName } }`;
    const { customer } = await ask<{ customer: { createdAt: string } }>(app, query, { id });
    expect(customer).toMatchObject({ id, redirectedFrom: null, size: 1, constrained: false, displayName: 'Ana Gómez' });
    expect(Math.abs(Date.parse(customer.createdAt) - Date.now())).toBeLessThan(60_000);
    expect(await ask(app, IDENTITY, { id })).toEqual({ identity: { state: 'LIVE', customer: { id }, candidates: [] } });
  });

  test('an id that was never issued', async () => {
    const id = "nobody' OR 1=1";
    expect(await ask(app, CUSTOMER, { id })).toEqual({ customer: null });
    expect(await ask(app, IDENTITY, { id })).toEqual({
      identity: { state: 'UNKNOWN', customer: null, candidates: [] },
    });
  });

  test('a former id answers the live customer', async () => {
    const ids = await upsertRecords(app, crm('1', [email('ana@correo.mx')]), crm('2', [email('ana@oficina.mx')]));
    const [live] = await upsertRecords(app, bridge);
    const former = ids.find((id) => id !== live);
    expect(await ask(app, CUSTOMER, { id: former })).toEqual({
      customer: { id: live, redirectedFrom: former, size: 3 },
    });
    expect(await ask(app, IDENTITY, { id: former })).toEqual({
      identity: { state: 'REDIRECTED', customer: { id: live }, candidates: [] },
    });
  });

  test('an id whose records belong to several customers now names them all', async () => {
    const [a, b, c] = ['a@correo.mx', 'b@correo.mx', 'c@correo.mx'].map(email) as [object, object, object];
    const [live] = await upsertRecords(app, ...['a1', 'a2', 'a3', 'a4', 'a5'].map((each) => crm(each, [a])));
    const [former] = await upsertRecords(app, crm('b1', [b]), crm('b2', [b]), crm('tie', [b, c]), crm('c1', [c]));
    expect(await upsertRecords(app, crm('whole', [a, b]))).toEqual([live]);
    await deleteRecord(app, 'tie');
    const query = '{ customerByRecord(ref: { source: "crm", recordId: "c1" }) { id } }';
    const { customerByRecord: apart } = await ask<{ customerByRecord: { id: string } }>(app, query);
    expect(await ask(app, CUSTOMER, { id: former })).toEqual({ customer: null });
    expect(await ask(app, IDENTITY, { id: former })).toEqual({
      identity: { state: 'SPLIT', customer: null, candidates: [{ id: live }, { id: apart.id }] },
    });
  });

  test('an id whose last record was deleted is emptied', async () => {
    const [id] = await upsertRecords(app, crm('1', [email('ana@correo.mx')]));
    await deleteRecord(app, '1');
    expect(await ask(app, CUSTOMER, { id })).toEqual({ customer: null });
    expect(await ask(app, IDENTITY, { id })).toEqual({
      identity: { state: 'EMPTIED', customer: null, candidates: [] },
    });
    expect(await ask(app, HOLDER, { identifier: email('ana@correo.mx') })).toEqual({ customerByIdentifier: null });
    const record = '{ record(ref: { source: "crm", recordId: "1" }) { recordId } }';
    expect(await ask(app, record)).toEqual({ record: null });
  });
});

describe('customerByIdentifier', () => {
  test('finds a value written in another way', async () => {
    const [id] = await upsertRecords(app, crm('1', [{ type: 'PHONE', value: '+52 1 55 1234 5678' }]));
    const identifier = { type: 'PHONE', value: '+52 (55) 1234-5678' };
    expect(await ask(app, HOLDER, { identifier })).toEqual({ customerByIdentifier: { id } });
  });

  test('is null for a contested identifier', async () => {
    const phone = { type: 'PHONE', value: '+525512345678' };
    await upsertRecords(
      app,
      crm('1', [phone], { fullName: 'Ana Gómez', birthDate: '1980-01-01' }),
      crm('2', [phone], { fullName: 'Luis Pérez', birthDate: '1982-02-02' }),
    );
    expect(await ask(app, HOLDER, { identifier: phone })).toEqual({ customerByIdentifier: null });
  });

  test.each([
    ['an unknown type names the types there are', { type: 'CANARY', value: 'x' }, 'identifier.type', /EMAIL, PHONE/],
    ['a phone without its country', { type: 'PHONE', value: '55 1234 9999' }, 'identifier.value', /country/],
    ['an e-mail that is none', { type: 'EMAIL', value: 'canary' }, 'identifier.value', /./],
  ])('%s', async (_, identifier, field, message) => {
    const answer = await app.gql(HOLDER, { identifier });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field }] });
    expect(answer.errors[0]?.message).toMatch(message);
    expect(answer.text).not.toMatch(/canary|9999/i);
  });
});

describe('pages', () => {
  test('customers, each once, in the order in which they were made', async () => {
    const ids: (string | null)[] = [];
    for (const each of ['1', '2', '3', '4', '5']) ids.push(...(await upsertRecords(app, crm(each, []))));
    const query = `query ($after: String) { customers(first: 2, after: $after) {
      nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
    const pages: Page<{ id: string }>[] = [];
    for (let after: string | null = null; pages.length < 9;) {
      const { customers }: { customers: Page<{ id: string }> } = await ask(app, query, { after });
      pages.push(customers);
      after = customers.pageInfo.endCursor;
      if (!customers.pageInfo.hasNextPage) break;
    }
    expect(pages.map((page) => page.nodes.length)).toEqual([2, 2, 1]);
    expect(pages.flatMap((page) => page.nodes.map((each) => each.id))).toEqual(ids);
    expect(pages[0]?.edges[1]?.cursor).toBe(pages[0]?.pageInfo.endCursor);
  });

  test('records and identifiers of a customer, without its values', async () => {
    const one = [email('ana.gomez@correo.mx'), { type: 'PHONE', value: '+525512345678' }];
    const many = ['1', '2', '3'].map((each) =>
      crm(each, each === '3' ? [...one, email('ana.otra@correo.mx')] : one, { fullName: 'Ana Gómez' }),
    );
    const [id] = await upsertRecords(app, ...many);
    const query = `query ($id: ID!, $r: String, $i: String) { customer(id: $id) {
      records(first: 2, after: $r) { nodes { source recordId customerId attributes identifiers { type display status contested attachment } } pageInfo { hasNextPage endCursor } }
      identifiers(first: 2, after: $i) { nodes { type namespace display status contested contestReasons records } pageInfo { hasNextPage endCursor } } } }`;
    interface Both {
      customer: { records: Page<{ recordId: string }>; identifiers: Page<{ type: string; records: number }> };
    }
    const { customer: first } = await ask<Both>(app, query, { id });
    const after = { r: first.records.pageInfo.endCursor, i: first.identifiers.pageInfo.endCursor };
    const { customer: second } = await ask<Both>(app, query, { id, ...after });
    const records = [...first.records.nodes, ...second.records.nodes];
    const identifiers = [...first.identifiers.nodes, ...second.identifiers.nodes];
    expect(records.map((each) => each.recordId)).toEqual(['1', '2', '3']);
    expect(records[0]).toMatchObject({ source: 'crm', customerId: id, attributes: { fullName: 'Ana Gómez' } });
    expect(identifiers.map((each) => [each.type, each.records]).sort()).toEqual([
      ['EMAIL', 1],
      ['EMAIL', 3],
      ['PHONE', 3],
    ]);
    expect([first, second].map((each) => each.records.pageInfo.hasNextPage)).toEqual([true, false]);
    const cursors = Buffer.from(after.i ?? '', 'base64url').toString();
    expect(`${JSON.stringify([first, second])}${cursors}`).not.toMatch(/ana\.gomez|ana\.otra|12345678/);
  });

  test('the records of many customers cost one statement for all of them', async () => {
    await upsertRecords(app, ...['1', '2', '3', '4'].map((each) => crm(each, [])));
    const query = `{ customers(first: 100) { nodes { id records(first: 1) { nodes { recordId } }
      all: records(first: 2) { nodes { recordId } } identifiers(first: 1) { nodes { type } } } } }`;
    const lookups = jest.spyOn(app.nest.get(Graph), 'lookup');
    const answer = await ask<{ customers: { nodes: { records: Page<{ recordId: string }> }[] } }>(app, query);
    const names = lookups.mock.calls.map(([statement]) => statement.name).sort();
    lookups.mockRestore();
    expect(answer.customers.nodes.map((each) => each.records.nodes[0]?.recordId)).toEqual(['1', '2', '3', '4']);
    expect(names).toEqual([
      'customers/list-customers',
      'customers/page-identifiers',
      'customers/page-records',
      'customers/page-records',
    ]);
  });

  test.each([
    ['no page', 'customers(first: 0) { nodes { id } }', 'first'],
    ['a huge page', 'customers(first: 101) { nodes { id } }', 'first'],
    ['a negative page', 'customers(first: -1) { nodes { id } }', 'first'],
    ['a cursor that is none', 'customers(first: 1, after: "canary") { nodes { id } }', 'after'],
    ['a cursor of another list', 'customers(first: 1, after: "WyJhIiwiYiJd") { nodes { id } }', 'after'],
    ['a drawing of no nodes', 'identityGraph(customerId: "x", limit: 0) { truncated }', 'limit'],
    ['a huge drawing', 'identityGraph(customerId: "x", limit: 2001) { truncated }', 'limit'],
  ])('%s is refused', async (_, field, name) => {
    const answer = await app.gql(`{ ${field} }`);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: name }] });
    expect(answer.text).not.toMatch(/canary/);
  });

  test('a missing page size is refused before anything runs', async () => {
    expect((await app.gql('{ customers { nodes { id } } }')).errors[0]?.extensions).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });
});

test('every statement has a plan that uses its indexes', async () => {
  expect(await app.nest.get(Graph).verifyStatements()).toEqual([]);
});
