import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Graph } from '../../src/graph/graph.js';
import { DEFAULT_POLICY } from '../../src/identity/policy/default-policy.js';
import { VerifyService } from '../../src/identity/verify/verify.service.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(120_000);

interface Payload {
  decision: { id: string; kind: string; status: string; cutAt: string | null } | null;
  changes: { kind: string; customerId: string; retiredIds: string[]; eventId: string | null }[];
  replayed: boolean;
  userErrors: { code: string; field: string | null }[];
}

let app: TestApp;
let graph: Graph;
beforeAll(async () => {
  app = await TestApp.start();
  graph = app.nest.get(Graph);
});
beforeEach(() => emptyGraph(graph));
afterAll(() => app.close());

const phone = { type: 'PHONE', value: '+52 55 1234 5678' };
const ref = (recordId: string) => ({ source: 'crm', recordId });

async function ask<Answer>(query: string, variables: object): Promise<Answer> {
  const { data, errors } = await app.gql<Answer>(query, variables);
  expect(errors).toEqual([]);
  return data;
}

async function verified(): Promise<void> {
  expect((await new VerifyService(graph, DEFAULT_POLICY).verify()).differences).toEqual([]);
}

async function decide(mutation: string, input: object): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const answer = await ask<Record<string, Payload>>(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { decision { id kind status cutAt }
      changes { kind customerId retiredIds eventId } replayed userErrors { code field } } }`,
    { input: { reason: 'the number was given to somebody else', ...input } },
  );
  await verified();
  const payload = answer[mutation];
  if (!payload) throw new Error('no payload');
  return payload;
}

/** A record that holds the phone since a day. */
async function upsert(recordId: string, day: string, more: object = {}): Promise<void> {
  const identifiers = [{ ...phone, since: `${day}T00:00:00Z`, ...more }];
  await ask('mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { userErrors { code } } }', {
    input: { records: [{ ...ref(recordId), identifiers }] },
  });
}

async function customersOf(...recordIds: string[]): Promise<(string | undefined)[]> {
  const query = 'query ($ref: RecordRef!) { customerByRecord(ref: $ref) { id } }';
  const found: (string | undefined)[] = [];
  for (const recordId of recordIds) {
    const answer = await ask<{ customerByRecord: { id: string } | null }>(query, { ref: ref(recordId) });
    found.push(answer.customerByRecord?.id);
  }
  return found;
}

async function whyNot(left: string, right: string): Promise<string[]> {
  const query = `query ($left: RecordRef!, $right: RecordRef!) { whyNot(left: $left, right: $right) { reasons { code } } }`;
  const variables = { left: ref(left), right: ref(right) };
  return (await ask<{ whyNot: { reasons: { code: string }[] } }>(query, variables)).whyNot.reasons.map((r) => r.code);
}

const at = '2024-01-01T00:00:00Z';

describe('cutIdentifier', () => {
  beforeEach(async () => {
    await upsert('1', '2020-05-01');
    await upsert('2', '2021-05-01');
    await upsert('3', '2025-05-01');
  });

  test('parts who held a number from who holds it, and one who comes later goes to the latter', async () => {
    const dry = await decide('cutIdentifier', { identifier: phone, at, dryRun: true });
    expect(dry).toMatchObject({ decision: null, changes: [{ kind: 'SPLIT', eventId: null }] });
    const [before] = await customersOf('3');
    const cut = await decide('cutIdentifier', { identifier: phone, at, idempotencyKey: 'k' });
    expect(cut.decision).toMatchObject({ kind: 'CUT', status: 'ACTIVE', cutAt: '2024-01-01T00:00:00.000Z' });
    expect(cut.changes).toMatchObject([{ kind: 'SPLIT', customerId: before }]);
    const [a, b, c] = await customersOf('1', '2', '3');
    expect([a, c]).toEqual([b, expect.not.stringMatching(String(a))]);
    expect(await whyNot('1', '3')).toEqual(['DIFFERENT_TENURE']);
    await upsert('4', '2025-07-01');
    expect(await customersOf('4')).toEqual([c]);
    const again = await decide('cutIdentifier', { identifier: phone, at, idempotencyKey: 'k' });
    expect(again).toEqual({ ...cut, replayed: true });
  });

  test('is told as the cause, is listed, and ends with its decision', async () => {
    const { decision, changes } = await decide('cutIdentifier', { identifier: phone, at });
    const history = await ask<{ customerHistory: { nodes: { id: string; decisionIds: string[] }[] } }>(
      'query ($id: ID!) { customerHistory(id: $id, first: 10) { nodes { id decisionIds } } }',
      { id: changes[0]?.customerId },
    );
    const event = history.customerHistory.nodes.find((each) => each.id === changes[0]?.eventId);
    expect(event?.decisionIds).toEqual([decision?.id]);
    const listed = await ask<{ decisions: { nodes: { id: string; kind: string; cutAt: string }[] } }>(
      '{ decisions(first: 10) { nodes { id kind cutAt } } }',
      {},
    );
    expect(listed.decisions.nodes).toMatchObject([{ id: decision?.id, kind: 'CUT' }]);
    const revoked = await decide('revokeDecision', { decisionId: decision?.id });
    expect(revoked.changes).toMatchObject([{ kind: 'MERGED' }]);
    const [a, b, c] = await customersOf('1', '2', '3');
    expect([b, c]).toEqual([a, a]);
    await decide('cutIdentifier', { identifier: phone, at });
  });

  test('can be taken back as the event that it made', async () => {
    const { changes } = await decide('cutIdentifier', { identifier: phone, at });
    const undone = await decide('unmerge', { eventId: changes[0]?.eventId });
    expect(undone).toMatchObject({ decision: { kind: 'CUT', status: 'REVOKED' }, userErrors: [] });
    const [a, b, c] = await customersOf('1', '2', '3');
    expect([b, c]).toEqual([a, a]);
  });

  test('of a number that is blocked is ready when it is unblocked', async () => {
    await decide('blockIdentifier', { identifier: phone });
    expect((await decide('cutIdentifier', { identifier: phone, at })).changes).toEqual([]);
    await decide('unblockIdentifier', { identifier: phone });
    const [a, b, c] = await customersOf('1', '2', '3');
    expect([a === b, b === c]).toEqual([true, false]);
  });

  test.each([
    ['a moment in the future', 'INVALID_DATE', 'at', { identifier: phone, at: '2999-01-01T00:00:00Z' }],
    ['no moment', 'INVALID_DATE', 'at', { identifier: phone, at: 'soon' }],
    ['an end in the past', 'INVALID_DATE', 'expiresAt', { identifier: phone, at, expiresAt: at }],
    ['what nobody holds', 'UNKNOWN_IDENTIFIER', 'identifier', { identifier: { ...phone, value: '+525599999999' }, at }],
    ['what cannot be read', 'EMPTY_VALUE', 'identifier.value', { identifier: { ...phone, value: '' }, at }],
    ['no reason', 'INVALID_INPUT', 'reason', { identifier: phone, at, reason: ' ' }],
  ])('%s is refused, and nothing is written', async (_, code, field, input) => {
    const refused = await decide('cutIdentifier', input);
    expect(refused).toMatchObject({ decision: null, changes: [], userErrors: [{ code, field }] });
    const [a, b, c] = await customersOf('1', '2', '3');
    expect([b, c]).toEqual([a, a]);
  });

  test('the same moment twice is refused, however it is written; another one is not', async () => {
    await decide('cutIdentifier', { identifier: phone, at });
    const same = { identifier: phone, at: '2023-12-31T18:00:00-06:00' };
    const { userErrors } = await decide('cutIdentifier', same);
    expect(userErrors).toEqual([{ code: 'ALREADY_DECIDED', field: 'at' }]);
    const other = await decide('cutIdentifier', { identifier: phone, at: '2021-01-01T00:00:00Z' });
    expect(other.changes).toMatchObject([{ kind: 'SPLIT' }]);
    expect(new Set(await customersOf('1', '2', '3')).size).toBe(3);
  });

  test('a placeholder is never cut', async () => {
    const placeholder = { type: 'PHONE', value: '5555555555' };
    const records = [{ ...ref('9'), identifiers: [placeholder], attributes: { address: { country: 'MX' } } }];
    await ask('mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { userErrors { code } } }', {
      input: { records },
    });
    const { userErrors } = await decide('cutIdentifier', {
      identifier: { ...placeholder, value: '+525555555555' },
      at,
    });
    expect(userErrors).toMatchObject([{ field: 'identifier' }]);
  });

  test('two who cut at one moment at once: one is told that it is cut', async () => {
    const query = `mutation ($input: CutIdentifierInput!) { cutIdentifier(input: $input) { userErrors { code } } }`;
    const input = { identifier: phone, at, reason: 'both saw it' };
    const answers = await Promise.all(
      [1, 2].map(() => ask<{ cutIdentifier: { userErrors: { code: string }[] } }>(query, { input })),
    );
    expect(answers.flatMap((each) => each.cutIdentifier.userErrors)).toEqual([{ code: 'ALREADY_DECIDED' }]);
    await verified();
  });
});

describe("a number of a store that became a person's", () => {
  test('links in the tenure of the person only', async () => {
    const most = DEFAULT_POLICY.types['PHONE']?.maxRecords ?? 0;
    const identifiers = [{ ...phone, since: '2020-01-01T00:00:00Z' }];
    const crowd = Array.from({ length: most + 1 }, (_, index) => ({ ...ref(`s${index}`), identifiers }));
    await ask('mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { userErrors { code } } }', {
      input: { records: crowd },
    });
    await upsert('1', '2025-01-01');
    await upsert('2', '2025-02-01');
    expect(new Set(await customersOf('s0', 's1', '1', '2')).size).toBe(4);
    const cut = await decide('cutIdentifier', { identifier: phone, at });
    expect(cut.changes).toMatchObject([{ kind: 'MERGED' }]);
    const [store, other, one, two] = await customersOf('s0', 's1', '1', '2');
    expect([one === two, store === other, store === one]).toEqual([true, false, false]);
    expect(await whyNot('s0', 's1')).toEqual(['GENERIC']);
    await upsert('3', '2025-03-01');
    await verified();
    expect(await customersOf('3')).toEqual([one]);
    await decide('revokeDecision', { decisionId: cut.decision?.id });
    expect(new Set(await customersOf('s0', 's1', '1', '2', '3')).size).toBe(5);
  });
});

describe('what might be cut', () => {
  test('is simulated, and refused as it would be', async () => {
    await upsert('1', '2020-05-01');
    await upsert('2', '2025-05-01');
    const query = `query ($change: SimulatedChangeInput!) { simulate(change: $change) {
      split changes { kind } userErrors { code field } } }`;
    const simulate = async (cut: object) => (await ask<{ simulate: object }>(query, { change: { cut } })).simulate;
    expect(await simulate({ identifier: phone, at })).toEqual({
      split: 1,
      changes: [{ kind: 'SPLIT' }],
      userErrors: [],
    });
    expect(await simulate({ identifier: phone, at: 'soon' })).toMatchObject({ userErrors: [{ field: 'cut.at' }] });
    const [a, b] = await customersOf('1', '2');
    expect(a).toBe(b);
  });
});
