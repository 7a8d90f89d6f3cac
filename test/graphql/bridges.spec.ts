import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/statement.js';
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

const BRIDGES = `query ($id: ID!) { bridges(customerId: $id) {
  customer { id redirectedFrom size } total complete
  bridges { kind parts partCount record { source recordId }
    identifier { type namespace display status contested contestReasons } } } }`;

interface Bridges {
  customer: { id: string; redirectedFrom: string | null; size: number };
  total: number;
  complete: boolean;
  bridges: {
    kind: string;
    parts: number[];
    partCount: number;
    record: { recordId: string } | null;
    identifier: { type: string; display: string; contested: boolean; contestReasons: string[] } | null;
  }[];
}

async function bridges(id: string | null | undefined): Promise<Bridges | null> {
  const answer = (await ask<{ bridges: Bridges | null }>(app, BRIDGES, { id })).bridges;
  expect(JSON.stringify(answer)).not.toMatch(/ana\.gomez|12345678/);
  return answer;
}

/** `ATTACHMENT EMAIL 3: 3 2`, in the order of the answer. */
function said(answer: Bridges | null): string[] | undefined {
  return answer?.bridges.map(({ kind, identifier, record, parts }) => {
    return `${[kind, identifier?.type, record?.recordId].filter(Boolean).join(' ')}: ${parts.join(' ')}`;
  });
}

const decide = statementOf<{ records: { key: string; side: number }[] }, never>(
  'test/decide-always',
  `CREATE (decision:Decision {id: 'd', kind: 'ALWAYS', status: 'ACTIVE', sides: 2, actor: 'a', reason: 'r', decidedAt: datetime()})
   WITH decision UNWIND $records AS row
   MATCH (record:SourceRecord {key: row.key})
   CREATE (decision)-[:NAMES {side: row.side}]->(record)`,
  { access: 'write' },
);

const phone = { type: 'PHONE', value: '+525512345678' };
const ana = { fullName: 'Ana Gómez', birthDate: '1980-01-01' };
const luis = { fullName: 'Luis Pérez', birthDate: '1962-02-02' };

describe('bridges', () => {
  test('names what holds a customer together, the most damaging first, and losing it does what was said', async () => {
    const [id] = await upsertRecords(
      app,
      crm('1', [email('ana.gomez@correo.mx')]),
      crm('2', [email('ana.gomez@correo.mx')]),
      crm('3', [email('ana.gomez@correo.mx'), phone]),
      crm('4', [phone]),
    );
    const answer = await bridges(id);
    expect(answer).toMatchObject({ customer: { id, redirectedFrom: null, size: 4 }, total: 8, complete: true });
    expect(said(answer)).toEqual([
      ...['IDENTIFIER EMAIL: 2 1 1', 'ATTACHMENT EMAIL 3: 2 2', 'IDENTIFIER PHONE: 3 1'],
      ...['ATTACHMENT EMAIL 1: 3 1', 'ATTACHMENT EMAIL 2: 3 1', 'ATTACHMENT PHONE 3: 3 1', 'ATTACHMENT PHONE 4: 3 1'],
      ...['RECORD 3: 2 1'],
    ]);
    expect(answer?.bridges[0]).toMatchObject({
      ...{ partCount: 3, record: null },
      identifier: { type: 'EMAIL', namespace: '', display: 'a***@correo.mx', status: 'LINKABLE', contested: false },
    });
    await deleteRecord(app, '3');
    const { customers } = await ask<{ customers: { nodes: { size: number }[] } }>(
      app,
      '{ customers(first: 10) { nodes { size } } }',
    );
    expect(customers.nodes.map((each) => each.size).sort()).toEqual([1, 2]);
  });

  test('looks at those with whom an identifier is contested: it stands in only where it would join', async () => {
    const [agreed] = await upsertRecords(
      app,
      crm('1', [email('ana.gomez@correo.mx'), phone], ana),
      crm('2', [email('ana.gomez@correo.mx'), phone], ana),
      crm('3', [phone], luis),
    );
    expect(await bridges(agreed)).toMatchObject({ customer: { size: 2 }, total: 0, complete: true, bridges: [] });
    await upsertRecords(app, crm('2', [email('ana.gomez@correo.mx'), phone]));
    const answer = await bridges(agreed);
    expect(said(answer)).toEqual(['IDENTIFIER EMAIL: 1 1', 'ATTACHMENT EMAIL 1: 1 1', 'ATTACHMENT EMAIL 2: 1 1']);
    expect(answer).toMatchObject({ customer: { size: 2 }, complete: true });
  });

  test('a decision that two records are one person holds them, too', async () => {
    const [id] = await upsertRecords(
      app,
      crm('1', [email('a@correo.mx')]),
      crm('2', [email('a@correo.mx'), email('b@correo.mx')]),
      crm('3', [email('b@correo.mx')]),
    );
    expect(await bridges(id)).toMatchObject({ total: 7 });
    const records = [
      { key: 'crm|1', side: 0 },
      { key: 'crm|3', side: 1 },
    ];
    await app.nest.get(Graph).write('test.decide', (tx) => tx.run(decide, { records }));
    expect(await bridges(id)).toMatchObject({ total: 0, complete: true });
  });

  test('says so when the loss of a record would make a generic identifier link again', async () => {
    const shop = { type: 'DEVICE', value: '6d92078a-8246-4ba4-ae5b-76104861e7dc' };
    const others = Array.from({ length: 20 }, (_, index) => crm(`r${index}`, [shop]));
    const [id] = await upsertRecords(
      app,
      crm('2', [email('a@correo.mx'), email('b@correo.mx'), shop]),
      crm('1', [email('a@correo.mx')]),
      crm('3', [email('b@correo.mx')]),
      ...others,
    );
    const onTheBrink = await bridges(id);
    expect(onTheBrink).toMatchObject({ customer: { size: 3 }, complete: false });
    expect(said(onTheBrink)?.filter((each) => each.startsWith('RECORD'))).toEqual([]);
    await upsertRecords(app, crm('one more', [shop]));
    const beyond = await bridges(id);
    expect(beyond).toMatchObject({ complete: true });
    expect(said(beyond)).toContain('RECORD 2: 1 1');
  });

  test('names at most 50, and of many parts the largest 20', async () => {
    const national = { type: 'EXTERNAL_ID', value: '77', namespace: 'erp' };
    const records = Array.from({ length: 60 }, (_, index) => crm(`r${index}`, [national]));
    const [id] = await upsertRecords(app, ...records);
    const answer = await bridges(id);
    expect(answer).toMatchObject({ total: 61, complete: true });
    expect(answer?.bridges.length).toBe(50);
    expect(answer?.bridges[0]).toMatchObject({ kind: 'IDENTIFIER', partCount: 60, parts: Array<number>(20).fill(1) });
  });

  test('a former id asks for the customer that answers for it; an unknown or emptied one gets null', async () => {
    const ids = await upsertRecords(app, crm('1', [email('a@correo.mx')]), crm('2', [email('b@correo.mx')]));
    const [live] = await upsertRecords(app, crm('3', [email('a@correo.mx'), email('b@correo.mx')]));
    const former = ids.find((id) => id !== live);
    const answer = await bridges(former);
    expect(answer?.customer).toEqual({ id: live, redirectedFrom: former, size: 3 });
    expect(said(answer)).toContain('RECORD 3: 1 1');
    expect(await bridges('nobody')).toBeNull();
    for (const each of ['1', '2', '3']) await deleteRecord(app, each);
    expect(await bridges(live)).toBeNull();
  });
});

describe('a customer above componentMax', () => {
  /** Applied to the records as they are: under it they would not have become one customer. */
  async function applySmall(): Promise<void> {
    const policy = { version: 'small-1', types: { PHONE: { maxRecords: 30 } }, componentMax: 10 };
    const mutation =
      'mutation ($input: ApplyPolicyInput!) { applyPolicy(input: $input) { userErrors { code message } } }';
    const { applyPolicy } = await ask<{ applyPolicy: { userErrors: unknown[] } }>(app, mutation, {
      input: { policy, reason: 'a test' },
    });
    expect(applyPolicy.userErrors).toEqual([]);
  }

  const refused = { code: 'BAD_USER_INPUT', fields: [{ field: 'customerId' }] };

  test('is refused instead of walked', async () => {
    const records = Array.from({ length: 11 }, (_, index) => crm(`r${index}`, [email('a@correo.mx')]));
    const [id] = await upsertRecords(app, ...records);
    await applySmall();
    const { errors } = await app.gql(BRIDGES, { id });
    expect(errors[0]?.extensions).toMatchObject(refused);
    expect(errors[0]?.message).toContain('more than 10 records');
    await deleteRecord(app, 'r0');
    expect((await ask<{ bridges: Bridges }>(app, BRIDGES, { id })).bridges).toMatchObject({ total: 11 });
  });

  test('is refused too when those that contest its identifiers are too many', async () => {
    const mothers = Array.from({ length: 8 }, (_, index) => crm(`a${index}`, [email('a@correo.mx'), phone], ana));
    const fathers = Array.from({ length: 8 }, (_, index) => crm(`l${index}`, [email('l@correo.mx'), phone], luis));
    const [id] = await upsertRecords(app, ...mothers, ...fathers);
    expect((await ask<{ bridges: Bridges }>(app, BRIDGES, { id })).bridges.customer.size).toBe(8);
    await applySmall();
    expect((await app.gql(BRIDGES, { id })).errors[0]?.extensions).toMatchObject(refused);
  });
});
