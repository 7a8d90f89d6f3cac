import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { DEFAULT_POLICY } from '../../src/identity/policy/default-policy.js';
import { VerifyService } from '../../src/identity/verify/verify.service.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(60_000);

interface Payload {
  decision: { id: string; kind: string; status: string; reason: string; sides: { recordCount: number }[] } | null;
  changes: { kind: string; customerId: string; retiredIds: string[]; eventId: string | null }[];
  replayed: boolean;
  userErrors: { code: string; field: string | null; message: string }[];
}
const PAYLOAD = `decision { id kind status reason sides { recordCount identifiers { type display } } }
  changes { kind customerId retiredIds eventId } replayed userErrors { code field message }`;

let app: TestApp;
let graph: Graph;
beforeAll(async () => {
  app = await TestApp.start();
  graph = app.nest.get(Graph);
});
beforeEach(() => emptyGraph(graph));
afterAll(() => app.close());

/** What the graph says must be what its evidence says, whatever was decided. */
async function verified(): Promise<void> {
  expect((await new VerifyService(graph, DEFAULT_POLICY).verify()).differences).toEqual([]);
}

async function decide(mutation: string, input: object): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const answer = await app.gql<Record<string, Payload>>(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { ${PAYLOAD} } }`,
    { input: { reason: 'a steward looked', ...input } },
  );
  expect(answer.errors).toEqual([]);
  await verified();
  const payload = answer.data[mutation];
  if (!payload) throw new Error('no payload');
  return payload;
}

const email = (value: string) => ({ type: 'EMAIL', value });
const phone = (value: string) => ({ type: 'PHONE', value });
const ref = (recordId: string) => ({ source: 'crm', recordId });

async function upsert(recordId: string, ...identifiers: object[]): Promise<string> {
  const query = `mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { results { customer { id } } } }`;
  const answer = await app.gql<{ upsertRecords: { results: { customer: { id: string } }[] } }>(query, {
    input: { records: [{ ...ref(recordId), identifiers }] },
  });
  expect(answer.errors).toEqual([]);
  return answer.data.upsertRecords.results[0]?.customer.id ?? '';
}

async function customerOf(recordId: string): Promise<string | undefined> {
  const query = `query ($ref: RecordRef!) { customerByRecord(ref: $ref) { id } }`;
  const answer = await app.gql<{ customerByRecord: { id: string } | null }>(query, { ref: ref(recordId) });
  return answer.data.customerByRecord?.id;
}

describe('mergeCustomers', () => {
  test('makes one customer of two, and unmerge gives both back', async () => {
    const [a, b] = [await upsert('1', email('a@correo.mx')), await upsert('2', email('b@correo.mx'))];
    const merged = await decide('mergeCustomers', { into: a, customers: [b] });
    expect(merged.decision).toMatchObject({ kind: 'ALWAYS', status: 'ACTIVE', reason: 'a steward looked' });
    expect(merged.changes).toMatchObject([{ kind: 'MERGED', customerId: a, retiredIds: [b] }]);
    expect(await customerOf('2')).toBe(a);
    const undone = await decide('unmerge', { eventId: merged.changes[0]?.eventId });
    expect(undone.userErrors).toEqual([]);
    expect(undone.decision).toMatchObject({ kind: 'ALWAYS', status: 'REVOKED' });
    expect([await customerOf('1'), await customerOf('2')]).toEqual([a, b]);
  });

  test.each([
    ['an id never issued', 'UNKNOWN_CUSTOMER', (a: string) => ({ into: a, customers: ['nobody'] })],
    ['the customer itself', 'ALREADY_ONE', (a: string) => ({ into: a, customers: [a] })],
    ['nobody', 'INVALID_INPUT', (a: string) => ({ into: a, customers: [] })],
    ['no reason', 'INVALID_INPUT', (a: string, b: string) => ({ into: a, customers: [b], reason: ' ' })],
    [
      'an end in the past',
      'INVALID_DATE',
      (a: string, b: string) => ({ into: a, customers: [b], expiresAt: '2020-01-01T00:00:00Z' }),
    ],
    [
      'an end that is no moment',
      'INVALID_DATE',
      (a: string, b: string) => ({ into: a, customers: [b], expiresAt: 'soon' }),
    ],
  ])('%s is refused, and nothing is written', async (_, code, inputOf) => {
    const [a, b] = [await upsert('1', email('a@correo.mx')), await upsert('2', email('b@correo.mx'))];
    const { userErrors, decision } = await decide('mergeCustomers', inputOf(a, b));
    expect(userErrors.map((each) => each.code)).toEqual([code]);
    expect(decision).toBeNull();
    expect([await customerOf('1'), await customerOf('2')]).toEqual([a, b]);
  });

  test('of several, one unknown refuses all; a target merged away is followed, a source merged away is stale', async () => {
    const [a, b, c] = [await upsert('1'), await upsert('2'), await upsert('3')];
    const all = await decide('mergeCustomers', { into: a, customers: [b, 'nobody'] });
    expect(all.userErrors).toMatchObject([{ code: 'UNKNOWN_CUSTOMER', field: 'customers[1]' }]);
    await decide('mergeCustomers', { into: a, customers: [b] });
    const stale = await decide('mergeCustomers', { into: c, customers: [b] });
    expect(stale.userErrors).toMatchObject([{ code: 'STALE_CUSTOMER', field: 'customers[0]' }]);
    const followed = await decide('mergeCustomers', { into: b, customers: [c] });
    expect(followed.changes).toMatchObject([{ kind: 'MERGED', customerId: a, retiredIds: [c] }]);
  });

  test('a dry run says what would happen; a key does it once', async () => {
    const [a, b] = [await upsert('1'), await upsert('2')];
    const dry = await decide('mergeCustomers', { into: a, customers: [b], dryRun: true });
    expect(dry).toMatchObject({ decision: null, changes: [{ kind: 'MERGED', customerId: a, eventId: null }] });
    expect(await customerOf('2')).toBe(b);
    const first = await decide('mergeCustomers', { into: a, customers: [b], idempotencyKey: 'k' });
    const again = await decide('mergeCustomers', { into: a, customers: [b], idempotencyKey: 'k' });
    expect(again).toEqual({ ...first, replayed: true });
    const other = await decide('mergeCustomers', { into: b, customers: [a], idempotencyKey: 'k' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });
});

describe('neverLink', () => {
  test('keeps apart what a later record matches on both sides, until it is revoked', async () => {
    const [a, b] = [await upsert('1', email('a@correo.mx')), await upsert('2', phone('+525512345678'))];
    const never = await decide('neverLink', { sides: [{ customerIds: [a] }, { customerIds: [b] }] });
    expect(never.changes).toEqual([]);
    await upsert('3', email('a@correo.mx'), phone('+525512345678'));
    expect([await customerOf('1'), await customerOf('2')]).toEqual([a, b]);
    const revoked = await decide('revokeDecision', { decisionId: never.decision?.id });
    expect(revoked.changes).toMatchObject([{ kind: 'MERGED' }]);
    expect(await customerOf('1')).toBe(await customerOf('2'));
    const again = await decide('revokeDecision', { decisionId: never.decision?.id });
    expect(again.userErrors).toMatchObject([{ code: 'DECISION_OVER' }]);
  });

  test('an ALWAYS that stands in the way is named, and the other way round', async () => {
    const [a, b] = [await upsert('1'), await upsert('2')];
    const always = await decide('mergeCustomers', { into: a, customers: [b] });
    const never = await decide('neverLink', { sides: [{ records: [ref('1')] }, { records: [ref('2')] }] });
    expect(never.userErrors).toMatchObject([{ code: 'CONTRADICTS_DECISION' }]);
    expect(never.userErrors[0]?.message).toContain(always.decision?.id ?? 'none');
    await decide('revokeDecision', { decisionId: always.decision?.id });
    const parted = await decide('neverLink', { sides: [{ records: [ref('1')] }, { records: [ref('2')] }] });
    const merge = await decide('mergeCustomers', { into: a, customers: [b] });
    expect(merge.userErrors).toMatchObject([{ code: 'CONTRADICTS_DECISION' }]);
    expect(merge.userErrors[0]?.message).toContain(parted.decision?.id ?? 'none');
  });

  test('customers of whom a NEVER holds only some records apart are not merged by halves', async () => {
    const shop = await upsert('7', email('a@correo.mx'));
    const till = await upsert('3', phone('+525512345678'));
    await decide('neverLink', { sides: [{ customerIds: [shop] }, { customerIds: [till] }] });
    await upsert('1', email('a@correo.mx'), phone('+525512345678'));
    const merge = await decide('mergeCustomers', { into: shop, customers: [till] });
    expect(merge.userErrors).toMatchObject([{ code: 'CONTRADICTS_DECISION' }]);
    expect(await customerOf('3')).toBe(till);
  });

  test('a side that names a guarded identifier means its holders; what is on two sides is refused', async () => {
    await upsert('1', email('a@correo.mx'));
    await upsert('2', email('b@correo.mx'));
    const never = await decide('neverLink', {
      sides: [{ identifiers: [email('a@correo.mx')] }, { records: [ref('2')] }],
    });
    expect(never.decision?.sides).toMatchObject([{ recordCount: 1 }, { recordCount: 1 }]);
    const twice = await decide('neverLink', { sides: [{ records: [ref('1')] }, { records: [ref('1')] }] });
    expect(twice.userErrors).toMatchObject([{ code: 'SAME_SIDE', field: 'sides[0]' }]);
    const bad = await decide('neverLink', { sides: [{ identifiers: [{ type: 'EMAIL', value: '' }] }, {}] });
    expect(bad.userErrors).toMatchObject([{ code: 'EMPTY_VALUE', field: 'sides[0].identifiers[0].value' }]);
  });
});

describe('splitCustomer', () => {
  test('parts the given records; foreign ones, all and none are refused', async () => {
    const a = await upsert('1', email('a@correo.mx'));
    for (const id of ['2', '3']) await upsert(id, email('a@correo.mx'));
    await upsert('9', email('other@correo.mx'));
    const input = (...ids: string[]) => ({ customerId: a, records: ids.map(ref) });
    const codes = [input('9'), input('1', '2', '3'), input()].map(async (each) => decide('splitCustomer', each));
    expect((await Promise.all(codes)).map((each) => each.userErrors[0]?.code)).toEqual([
      'FOREIGN_RECORD',
      'ALL_RECORDS',
      'INVALID_INPUT',
    ]);
    const split = await decide('splitCustomer', input('3'));
    expect(split.changes).toMatchObject([{ kind: 'SPLIT', customerId: a }]);
    expect([await customerOf('1'), await customerOf('2')]).toEqual([a, a]);
    expect(await customerOf('3')).not.toBe(a);
    const undone = await decide('unmerge', { eventId: split.changes[0]?.eventId });
    expect(undone.userErrors).toEqual([]);
    expect(await customerOf('3')).toBe(a);
  });
});

describe('identifiers', () => {
  test('one taken from a record stays taken when its source repeats it, and returns when that is revoked', async () => {
    await upsert('1', email('a@correo.mx'), phone('+525512345678'));
    await upsert('2', email('a@correo.mx'));
    const input = { record: ref('2'), identifier: email('A@correo.mx') };
    const detached = await decide('detachIdentifier', input);
    expect(detached.changes).toMatchObject([{ kind: 'SPLIT' }]);
    await upsert('2', email('a@correo.mx'), phone('+525599999999'));
    expect(await customerOf('2')).not.toBe(await customerOf('1'));
    expect((await decide('detachIdentifier', input)).userErrors).toMatchObject([{ code: 'ALREADY_DECIDED' }]);
    const other = await decide('detachIdentifier', { ...input, identifier: email('b@correo.mx') });
    expect(other.userErrors).toMatchObject([{ code: 'NOT_HELD' }]);
    await decide('revokeDecision', { decisionId: detached.decision?.id });
    expect(await customerOf('2')).toBe(await customerOf('1'));
  });

  test('one that is blocked joins nobody until it is unblocked; the ids stay with the larger parts', async () => {
    const a = await upsert('1', email('a@correo.mx'));
    await upsert('2', email('a@correo.mx'), phone('+525512345678'));
    const preview = await decide('blockIdentifier', { identifier: email('a@correo.mx'), dryRun: true });
    expect(preview.changes).toMatchObject([{ kind: 'SPLIT', customerId: a }]);
    await decide('blockIdentifier', { identifier: email('a@correo.mx') });
    expect(await customerOf('1')).not.toBe(await customerOf('2'));
    const twice = await decide('blockIdentifier', { identifier: email('a@correo.mx') });
    expect(twice.userErrors).toMatchObject([{ code: 'ALREADY_DECIDED' }]);
    const back = await decide('unblockIdentifier', { identifier: email('a@correo.mx') });
    expect(back.changes).toMatchObject([{ kind: 'MERGED' }]);
    expect(await customerOf('1')).toBe(await customerOf('2'));
    const unknown = await decide('unblockIdentifier', { identifier: email('nobody@correo.mx') });
    expect(unknown.userErrors).toMatchObject([{ code: 'UNKNOWN_IDENTIFIER' }]);
  });
});

describe('what decisions explain', () => {
  const explain = async (query: 'explain' | 'whyNot') => {
    const answer = await app.gql<Record<string, { links: object[]; reasons: object[] }>>(
      `query ($left: RecordRef!, $right: RecordRef!) { ${query}(left: $left, right: $right) {
        links { left { record { recordId } } decisionId identifier { type } right { record { recordId } } }
        reasons { code decisionId } } }`,
      { left: ref('1'), right: ref('2') },
    );
    expect(answer.errors).toEqual([]);
    return answer.data[query];
  };

  test('the chain leads over an ALWAYS, and whyNot names a NEVER', async () => {
    const [a, b] = [await upsert('1', email('a@correo.mx')), await upsert('2', email('b@correo.mx'))];
    const always = await decide('mergeCustomers', { into: a, customers: [b] });
    expect((await explain('explain'))?.links).toEqual([
      {
        left: { record: { recordId: '1' } },
        ...{ decisionId: always.decision?.id, identifier: null },
        right: { record: { recordId: '2' } },
      },
    ]);
    await decide('revokeDecision', { decisionId: always.decision?.id });
    const never = await decide('neverLink', { sides: [{ customerIds: [a] }, { records: [ref('2')] }] });
    expect((await explain('whyNot'))?.reasons).toEqual([
      { code: 'DECIDED', decisionId: never.decision?.id },
      { code: 'NO_SHARED_IDENTIFIER', decisionId: null },
    ]);
  });
});

describe('unmerge', () => {
  test('restores partition and ids after ten unrelated changes, and says so when it cannot', async () => {
    const a = await upsert('1', email('a@correo.mx'));
    const b = await upsert('2', phone('+525512345678'));
    await upsert('3', email('a@correo.mx'), phone('+525512345678'));
    const events = await app.gql<{ customerHistory: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { customerHistory(id: $id, first: 10) { nodes { id kind } } }',
      { id: a },
    );
    const [event] = events.data.customerHistory.nodes;
    for (let other = 10; other < 20; other += 1) await upsert(String(other), email(`o${other}@correo.mx`));
    const undone = await decide('unmerge', { eventId: event?.id });
    expect(undone.userErrors).toEqual([]);
    expect([await customerOf('1'), await customerOf('2')]).toEqual([a, b]);
    const again = await decide('unmerge', { eventId: event?.id });
    expect(again.userErrors).toMatchObject([{ code: 'ALREADY_DECIDED', field: 'eventId' }]);
    expect((await decide('unmerge', { eventId: 'none' })).userErrors).toMatchObject([{ code: 'UNKNOWN_EVENT' }]);
  });
});
