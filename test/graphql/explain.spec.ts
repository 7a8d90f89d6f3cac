import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { ask, crm, email, upsertRecords } from '../support/api.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => emptyGraph(app.nest.get(Graph)));
afterAll(() => app.close());

const EXPLANATION = `{ sameCustomer leftCustomerId rightCustomerId
  links { left { record { source recordId } capturedAt } identifier { type display } right { record { source recordId } capturedAt } }
  reasons { code message direct contestReasons identifier { type display contested } } }`;

interface Explanation {
  sameCustomer: boolean;
  leftCustomerId: string | null;
  rightCustomerId: string | null;
  links: {
    left: { record: object; capturedAt: string | null };
    identifier: { type: string; display: string };
    right: { record: object; capturedAt: string | null };
  }[];
  reasons: { code: string; message: string; direct: boolean; contestReasons: string[]; identifier: object | null }[];
}

async function explanation(name: 'explain' | 'whyNot', left: string, right: string): Promise<Explanation> {
  const query = `query ($left: RecordRef!, $right: RecordRef!) { answer: ${name}(left: $left, right: $right) ${EXPLANATION} }`;
  const ref = (recordId: string) => ({ source: 'crm', recordId });
  const { answer } = await ask<{ answer: Explanation }>(app, query, { left: ref(left), right: ref(right) });
  expect(JSON.stringify(answer)).not.toMatch(/ana\.gomez|12345678/);
  return answer;
}

const phone = { type: 'PHONE', value: '+525512345678' };
const ana = { fullName: 'Ana Gómez', birthDate: '1980-01-01' };
const luis = { fullName: 'Luis Pérez', birthDate: '1982-02-02' };

describe('explain', () => {
  test('names the shortest chain, with who said what when', async () => {
    const capturedAt = '2026-01-31T10:00:00.000Z';
    await upsertRecords(
      app,
      { ...crm('1', [email('ana.gomez@correo.mx')]), capturedAt },
      crm('2', [email('ana.gomez@correo.mx'), phone]),
      crm('3', [phone, email('otra@correo.mx')]),
      crm('4', [email('otra@correo.mx')]),
    );
    const answer = await explanation('explain', '1', '3');
    expect(answer).toMatchObject({ sameCustomer: true, reasons: [] });
    expect(answer.links).toEqual([
      {
        left: { record: { source: 'crm', recordId: '1' }, capturedAt },
        identifier: { type: 'EMAIL', display: 'a***@correo.mx' },
        right: { record: { source: 'crm', recordId: '2' }, capturedAt: null },
      },
      {
        left: { record: { source: 'crm', recordId: '2' }, capturedAt: null },
        identifier: { type: 'PHONE', display: expect.stringContaining('+52') as unknown },
        right: { record: { source: 'crm', recordId: '3' }, capturedAt: null },
      },
    ]);
    const back = await explanation('explain', '4', '1');
    expect(back.links.map((each) => each.identifier.type)).toEqual(['EMAIL', 'PHONE', 'EMAIL']);
  });

  test('a record and itself', async () => {
    await upsertRecords(app, crm('1', []));
    expect(await explanation('explain', '1', '1')).toMatchObject({ sameCustomer: true, links: [], reasons: [] });
  });

  test('records that do not exist', async () => {
    await upsertRecords(app, crm('1', []));
    const answer = await explanation('explain', '1', 'nobody');
    expect(answer).toMatchObject({ sameCustomer: false, rightCustomerId: null, links: [] });
    expect(answer.reasons).toMatchObject([
      { code: 'UNKNOWN_RECORD', message: expect.stringContaining('right') as unknown },
    ]);
  });
});

describe('whyNot', () => {
  test('nothing shared', async () => {
    await upsertRecords(app, crm('1', [email('a@correo.mx')]), crm('2', [email('b@correo.mx')]));
    const answer = await explanation('whyNot', '1', '2');
    expect(answer).toMatchObject({ sameCustomer: false, links: [] });
    expect(answer.reasons).toMatchObject([{ code: 'NO_SHARED_IDENTIFIER', identifier: null }]);
  });

  test('a placeholder', async () => {
    const nobody = { type: 'PHONE', value: '+525555555555' };
    await upsertRecords(app, crm('1', [nobody]), crm('2', [nobody]));
    expect((await explanation('whyNot', '1', '2')).reasons).toMatchObject([{ code: 'BLOCKED', direct: true }]);
  });

  test('a shared phone of persons who contradict each other', async () => {
    await upsertRecords(app, crm('1', [phone], ana), crm('2', [phone], luis));
    expect((await explanation('whyNot', '1', '2')).reasons).toMatchObject([
      { code: 'CONTESTED', direct: true, contestReasons: ['PERSONS'], identifier: { type: 'PHONE', contested: true } },
    ]);
  });

  test('a capacity, naming the type, and what other records of the customers share after what these do', async () => {
    const sso = (value: string) => ({ type: 'SSO', value, namespace: 'https://id.example.mx' });
    await upsertRecords(
      app,
      crm('1', [sso('one'), email('familia@correo.mx')]),
      crm('1b', [sso('one'), phone]),
      crm('2', [sso('two'), phone, email('familia@correo.mx')]),
    );
    const { reasons } = await explanation('whyNot', '1', '2');
    expect(reasons).toMatchObject([
      { code: 'CONTESTED', direct: true, contestReasons: ['CAPACITY'], identifier: { type: 'EMAIL' } },
      { code: 'CONTESTED', direct: false, contestReasons: ['CAPACITY'], identifier: { type: 'PHONE' } },
    ]);
    expect(reasons[0]?.message).toContain('more SSO https://id.example.mx than one person has');
  });

  test('an identifier that too many records hold', async () => {
    const shop = { type: 'DEVICE', value: '6d92078a-8246-4ba4-ae5b-76104861e7dc' };
    await upsertRecords(app, ...Array.from({ length: 21 }, (_, index) => crm(`r${index}`, [shop])));
    expect((await explanation('whyNot', 'r0', 'r1')).reasons).toMatchObject([{ code: 'GENERIC', direct: true }]);
  });

  test('a record without a name that could be either of two', async () => {
    await upsertRecords(app, crm('1', [phone], ana), crm('2', [phone], luis), crm('3', [phone]));
    expect((await explanation('whyNot', '1', '3')).reasons).toMatchObject([{ code: 'UNDECIDED', contestReasons: [] }]);
  });

  test('one customer: the chain that joins them', async () => {
    await upsertRecords(app, crm('1', [phone]), crm('2', [phone]));
    const answer = await explanation('whyNot', '1', '2');
    expect(answer).toMatchObject({ sameCustomer: true, reasons: [], links: [{ identifier: { type: 'PHONE' } }] });
  });
});

describe('resolve', () => {
  const RESOLVE = `query ($identifiers: [IdentifierInput!]!) { resolve(identifiers: $identifiers) {
    customers { id } identifiers { type display standing customers { id } contestReasons explanation problem { code field } } } }`;
  interface Resolution {
    resolve: {
      customers: { id: string }[];
      identifiers: { standing: string; type: string | null; customers: object[]; problem: object | null }[];
    };
  }

  test('says how each identifier stands, and creates nothing', async () => {
    const [id, second] = await upsertRecords(
      app,
      crm('1', [email('ana@correo.mx'), phone], ana),
      crm('2', [email('luis@correo.mx'), phone], luis),
    );
    const identifiers = [
      email(' ANA@correo.mx '),
      phone,
      email('marta@correo.mx'),
      { type: 'PHONE', value: '+525555555555' },
      { type: 'CANARY', value: 'canary' },
      { type: 'EMAIL', value: 'canary' },
    ];
    const { resolve } = await ask<Resolution>(app, RESOLVE, { identifiers });
    expect(resolve.customers).toEqual([{ id }]);
    expect(resolve.identifiers.map((each) => each.standing)).toEqual([
      'LINKABLE',
      'CONTESTED',
      'UNKNOWN',
      'BLOCKED',
      'INVALID',
      'INVALID',
    ]);
    expect(resolve.identifiers[1]).toMatchObject({ contestReasons: ['PERSONS'] });
    expect(new Set(resolve.identifiers[1]?.customers)).toEqual(new Set([{ id }, { id: second }]));
    expect(resolve.identifiers[4]).toMatchObject({
      type: null,
      problem: { code: 'UNKNOWN_TYPE', field: 'identifiers[4].type' },
    });
    expect(resolve.identifiers[5]).toMatchObject({ type: 'EMAIL', problem: { field: 'identifiers[5].value' } });
    expect(JSON.stringify(resolve)).not.toMatch(/canary/i);
    expect(
      (await ask<Resolution>(app, RESOLVE, { identifiers: [email('marta@correo.mx')] })).resolve.customers,
    ).toEqual([]);
    expect(await ask(app, '{ customers(first: 10) { nodes { id } } }')).toEqual({
      customers: { nodes: [{ id }, { id: second }] },
    });
  });

  test('names every customer that the identifiers name', async () => {
    const ids = await upsertRecords(app, crm('1', [email('a@correo.mx')]), crm('2', [email('b@correo.mx')]));
    const identifiers = [email('a@correo.mx'), email('b@correo.mx'), email('a@correo.mx')];
    const { resolve } = await ask<Resolution>(app, RESOLVE, { identifiers });
    expect(resolve.customers.map((each) => each.id)).toEqual(ids);
  });

  test('too many identifiers are refused', async () => {
    const identifiers = Array.from({ length: 51 }, (_, index) => email(`canary${index}@correo.mx`));
    const answer = await app.gql(RESOLVE, { identifiers });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'identifiers' }] });
    expect(answer.text).not.toMatch(/canary/);
  });
});

describe('identityGraph', () => {
  const DRAW = `query ($id: ID!, $limit: Int) { identityGraph(customerId: $id, limit: $limit) {
    customer { id redirectedFrom } truncated
    nodes { id kind label neighbour customer { id } record { recordId } identifier { type display contested } }
    edges { from to kind } } }`;
  interface Drawing {
    identityGraph: {
      customer: { id: string; redirectedFrom: string | null } | null;
      truncated: boolean;
      nodes: { id: string; kind: string; neighbour: boolean; customer: { id: string } | null }[];
      edges: { from: string; to: string; kind: string }[];
    };
  }
  const count = (values: readonly string[]) =>
    Object.fromEntries([...new Set(values)].sort().map((each) => [each, values.filter((one) => one === each).length]));

  test('draws records, identifiers and who contests one of them', async () => {
    const [id, neighbour] = await upsertRecords(
      app,
      crm('1', [email('ana.gomez@correo.mx'), phone], ana),
      crm('2', [phone], luis),
      crm('3', [email('ana.gomez@correo.mx')], ana),
    );
    const { identityGraph } = await ask<Drawing>(app, DRAW, { id });
    expect(identityGraph).toMatchObject({ customer: { id, redirectedFrom: null }, truncated: false });
    expect(count(identityGraph.nodes.map((each) => each.kind))).toEqual({ CUSTOMER: 2, IDENTIFIER: 2, RECORD: 2 });
    expect(count(identityGraph.edges.map((each) => each.kind))).toEqual({
      CONTESTED_BY: 1,
      HAS_IDENTIFIER: 3,
      RESOLVES_TO: 2,
    });
    expect(identityGraph.nodes.filter((each) => each.neighbour).map((each) => each.customer?.id)).toEqual([neighbour]);
    expect(JSON.stringify(identityGraph)).not.toMatch(/ana\.gomez|12345678/);
  });

  test('stops at the limit, with no edge into the void', async () => {
    const [id] = await upsertRecords(
      app,
      ...['1', '2', '3', '4'].map((each) => crm(each, [phone, email('x@correo.mx')])),
    );
    const { identityGraph } = await ask<Drawing>(app, DRAW, { id, limit: 3 });
    expect(identityGraph.truncated).toBe(true);
    expect(identityGraph.nodes.length).toBe(3);
    const drawn = new Set(identityGraph.nodes.map((each) => each.id));
    expect(identityGraph.edges.length).toBeGreaterThan(0);
    expect(identityGraph.edges.every((each) => drawn.has(each.from) && drawn.has(each.to))).toBe(true);
  });

  test('a former id draws the customer that answers for it; an unknown one draws nothing', async () => {
    const ids = await upsertRecords(app, crm('1', [email('a@correo.mx')]), crm('2', [email('b@correo.mx')]));
    const [live] = await upsertRecords(app, crm('3', [email('a@correo.mx'), email('b@correo.mx')]));
    const former = ids.find((id) => id !== live);
    const { identityGraph } = await ask<Drawing>(app, DRAW, { id: former });
    expect(identityGraph.customer).toEqual({ id: live, redirectedFrom: former });
    expect((await ask<Drawing>(app, DRAW, { id: 'nobody' })).identityGraph).toEqual({
      ...{ customer: null, nodes: [], edges: [], truncated: false },
    });
  });
});
