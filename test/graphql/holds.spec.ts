import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Graph } from '../../src/graph/graph.js';
import { HoldWorker } from '../../src/identity/breaker/hold-worker.js';
import { TestApp } from '../support/test-app.js';
import { emptyGraph } from '../support/test-graph.js';

jest.setTimeout(120_000);

interface Hold {
  id: string;
  source: string;
  job: string | null;
  status: string;
  cause: string;
  merges: number;
  waiting: number;
  settled: number;
  reviewItemId: string;
  decidedBy: string | null;
  decidedReason: string | null;
  releaseEstimate: { tried: number; merged: number; changes: { kind: string }[] } | null;
}
interface Payload {
  hold: Hold | null;
  estimate: { tried: number; merged: number } | null;
  replayed: boolean;
  userErrors: { code: string; field: string | null }[];
}

const HOLD = `id source job status cause merges waiting settled reviewItemId decidedBy decidedReason
  releaseEstimate { tried merged changes { kind } }`;

let app: TestApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huella-holds-'));
  const file = join(folder, 'watchful.yaml');
  writeFileSync(file, 'version: watchful-1\ntypes: { EMAIL: {} }\nbreaker: { mergesMin: 5, mergesPerHundred: 25 }\n');
  app = await TestApp.start({ HUELLA_POLICY: file });
});
beforeEach(() => emptyGraph(app.nest.get(Graph)));
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const answer = await app.gql<Data>(query, variables);
  expect(answer.errors).toEqual([]);
  return answer.data;
}

interface Upserted {
  results: { outcome: string; warnings: { code: string; field: string }[] }[];
  userErrors: object[];
}

async function upsert(records: object[], more: object = {}): Promise<Upserted> {
  const query = `mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) {
    results { outcome warnings { code field } } userErrors { code } } }`;
  return (await ask<{ upsertRecords: Upserted }>(query, { input: { records, ...more } })).upsertRecords;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const email = (at: number) => ({ type: 'EMAIL', value: `persona${at}@correo.mx` });
const phone = (at: number) => ({ type: 'PHONE', value: `+52 55 ${String(12_340_000 + at)}` });
const bridge = (at: number) => ({ source: 'calls', recordId: String(at), identifiers: [email(at), phone(at)] });

/** Eight people of whom each is two customers, and a source that says who belongs together. */
async function flood(more: object = {}): Promise<Upserted> {
  await upsert(numbers(8).map((at) => ({ source: 'shop', recordId: String(at), identifiers: [email(at)] })));
  await upsert(numbers(8).map((at) => ({ source: 'app', recordId: String(at), identifiers: [phone(at)] })));
  return upsert(numbers(6).map(bridge), more);
}

async function holds(status = 'OPEN'): Promise<Hold[]> {
  const query = `query ($status: HoldStatus) { sourceHolds(first: 10, status: $status) { nodes { ${HOLD} } } }`;
  return (await ask<{ sourceHolds: { nodes: Hold[] } }>(query, { status })).sourceHolds.nodes;
}

async function onlyHold(): Promise<Hold> {
  const [hold, ...others] = await holds();
  expect(others).toEqual([]);
  if (!hold) throw new Error('nobody is held');
  return hold;
}

async function mutate(name: 'holdSource' | 'releaseHold' | 'rejectHold', input: object): Promise<Payload> {
  const type = name === 'holdSource' ? 'HoldSourceInput' : 'DecideHoldInput';
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
    hold { ${HOLD} } estimate { tried merged } replayed userErrors { code field } } }`;
  const data = await ask<Record<string, Payload>>(query, { input: { reason: 'looked at it', ...input } });
  return data[name] as Payload;
}

async function customers(): Promise<number> {
  const query = '{ customers(first: 100) { nodes { id } } }';
  return (await ask<{ customers: { nodes: object[] } }>(query)).customers.nodes.length;
}

const work = () => app.nest.get(HoldWorker).wake();

describe('a source that is held', () => {
  test('is told to whoever sends its records, and to stewards with what a release would do', async () => {
    const { results, userErrors } = await flood();
    expect(userErrors).toEqual([]);
    expect(results).toEqual(
      numbers(6).map((at) => ({
        outcome: 'CREATED',
        warnings: [{ code: 'SOURCE_HELD', field: `records[${at}].source` }],
      })),
    );
    const hold = await onlyHold();
    expect(hold).toMatchObject({ source: 'calls', job: null, cause: 'MERGES', merges: 6, waiting: 6, settled: 0 });
    expect(hold.releaseEstimate).toMatchObject({ tried: 6, merged: 12 });
    expect(hold.releaseEstimate?.changes.map((each) => each.kind)).toEqual(numbers(6).map(() => 'MERGED'));
    expect(await customers()).toBe(22);
  });

  test('is a review item with its choices', async () => {
    await flood();
    const query = `{ reviewItems(first: 10, kind: SOURCE_HELD) { nodes {
      id kind version reasons hold { source waiting } customers { id } choices { choice refusal changes { kind } } } } }`;
    const { reviewItems } = await ask<{ reviewItems: { nodes: object[] } }>(query);
    expect(reviewItems.nodes).toMatchObject([
      {
        ...{
          kind: 'SOURCE_HELD',
          version: 1,
          reasons: ['MERGES'],
          hold: { source: 'calls', waiting: 6 },
          customers: [],
        },
        choices: [
          { choice: 'RELEASE', refusal: null, changes: numbers(6).map(() => ({ kind: 'MERGED' })) },
          { choice: 'REJECT', refusal: null, changes: [] },
        ],
      },
    ]);
  });

  test('says in whyNot that the link waits, and shows it on the record', async () => {
    await flood();
    const left = { source: 'calls', recordId: '0' };
    const query = `query ($left: RecordRef!, $right: RecordRef!) { whyNot(left: $left, right: $right) {
      reasons { code } } record(ref: $left) { identifiers { attachment } } }`;
    const data = await ask<{ whyNot: object; record: object }>(query, {
      left,
      right: { source: 'shop', recordId: '0' },
    });
    expect(data.whyNot).toEqual({ reasons: [{ code: 'HELD' }] });
    expect(data.record).toEqual({ identifiers: [{ attachment: 'STOPPED' }, { attachment: 'STOPPED' }] });
  });

  test('may be one job', async () => {
    await flood({ job: 'night' });
    expect(await onlyHold()).toMatchObject({ source: 'calls', job: 'night' });
    expect((await upsert([bridge(6)])).results).toMatchObject([{ outcome: 'MERGED', warnings: [] }]);
    expect((await upsert([bridge(7)], { job: 'night' })).results).toMatchObject([{ outcome: 'CREATED' }]);
  });
});

describe('releaseHold', () => {
  test('dry: says what it would do and does nothing', async () => {
    await flood();
    const { id } = await onlyHold();
    expect(await mutate('releaseHold', { holdId: id, dryRun: true })).toMatchObject({
      ...{ estimate: { tried: 6, merged: 12 }, userErrors: [], hold: { status: 'OPEN' } },
    });
    expect(await customers()).toBe(22);
  });

  test('ends the hold, once, and what waited counts', async () => {
    await flood();
    const { id, reviewItemId } = await onlyHold();
    const input = { holdId: id, idempotencyKey: 'release' };
    expect(await mutate('releaseHold', input)).toMatchObject({
      hold: { status: expect.stringMatching(/^RELEAS/) },
      userErrors: [],
    });
    expect(await mutate('releaseHold', input)).toMatchObject({ replayed: true, userErrors: [] });
    const again = await mutate('releaseHold', { ...input, reason: 'another one' });
    expect(again.userErrors).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' }]);
    expect((await mutate('rejectHold', { holdId: id })).userErrors).toEqual([{ code: 'HOLD_OVER', field: 'holdId' }]);
    await work();
    expect(await holds('RELEASED')).toMatchObject([
      { id, waiting: 0, settled: 6, decidedBy: 'development', decidedReason: 'looked at it', releaseEstimate: null },
    ]);
    expect(await customers()).toBe(10);
    const item = await ask(`query ($id: ID!) { reviewItem(id: $id) { status } }`, { id: reviewItemId });
    expect(item).toEqual({ reviewItem: { status: 'CLOSED' } });
  });

  test('merges in the name of whoever released', async () => {
    await flood();
    await mutate('releaseHold', { holdId: (await onlyHold()).id });
    await work();
    const query = '{ changes(first: 100) { nodes { kind actor } } }';
    const { changes } = await ask<{ changes: { nodes: { kind: string; actor: string }[] } }>(query);
    const merged = changes.nodes.flatMap(({ kind, actor }) => (kind === 'MERGED' ? [actor] : []));
    expect(merged).toEqual(numbers(6).map(() => 'development'));
  });
});

describe('rejectHold', () => {
  test('lets what waited never count', async () => {
    await flood();
    expect(await mutate('rejectHold', { holdId: (await onlyHold()).id })).toMatchObject({
      hold: { status: expect.stringMatching(/^REJECT/) },
    });
    await work();
    expect(await holds('REJECTED')).toMatchObject([{ waiting: 0, settled: 6 }]);
    expect(await customers()).toBe(22);
    expect((await upsert([bridge(0)])).results).toMatchObject([{ outcome: 'UNCHANGED', warnings: [] }]);
  });
});

describe('decideReviewItem', () => {
  test('releases what is held, and refuses a second word', async () => {
    await flood();
    const { reviewItemId: id } = await onlyHold();
    const query = `mutation ($input: DecideReviewItemInput!) { decideReviewItem(input: $input) { userErrors { code } } }`;
    const decide = async (choice: string): Promise<object> => {
      const input = { id, version: 1, choice, reason: 'a campaign' };
      return (await ask<{ decideReviewItem: object }>(query, { input })).decideReviewItem;
    };
    expect(await decide('KEEP')).toEqual({ userErrors: [{ code: 'INVALID_INPUT' }] });
    expect(await decide('RELEASE')).toEqual({ userErrors: [] });
    expect(await decide('REJECT')).toEqual({ userErrors: [{ code: 'HOLD_OVER' }] });
    await work();
    expect(await holds('RELEASED')).toMatchObject([{ decidedReason: 'a campaign', waiting: 0 }]);
    expect(await customers()).toBe(10);
    const item = await ask(`query ($id: ID!) { reviewItem(id: $id) { status choice } }`, { id });
    expect(item).toEqual({ reviewItem: { status: 'DECIDED', choice: 'RELEASE' } });
  });
});

describe('holdSource', () => {
  test('stops what a source adds from then on', async () => {
    await upsert([bridge(0)]);
    expect(await mutate('holdSource', { source: 'calls', dryRun: true })).toMatchObject({ hold: null, userErrors: [] });
    const input = { source: 'calls', reason: 'wrong export', idempotencyKey: 'once' };
    const { hold } = await mutate('holdSource', input);
    expect(hold).toMatchObject({ source: 'calls', cause: 'STEWARD', waiting: 0 });
    expect(await mutate('holdSource', input)).toMatchObject({ replayed: true, hold: { id: hold?.id } });
    const other = { source: 'shop', recordId: '0', identifiers: [email(0)] };
    expect((await upsert([other])).results).toMatchObject([{ outcome: 'ATTACHED', warnings: [] }]);
    expect((await upsert([bridge(1)])).results[0]?.warnings).toMatchObject([{ code: 'SOURCE_HELD' }]);
    const twice = await mutate('holdSource', { source: 'calls', job: 'night' });
    expect(twice.userErrors).toEqual([{ code: 'ALREADY_HELD', field: 'job' }]);
  });
});

test('refuses what is no hold, no source and no job', async () => {
  const long = 'canary'.repeat(50);
  expect((await mutate('releaseHold', { holdId: 'canary' })).userErrors).toEqual([
    { code: 'UNKNOWN_HOLD', field: 'holdId' },
  ]);
  expect((await mutate('holdSource', { source: ' ' })).userErrors).toEqual([
    { code: 'INVALID_INPUT', field: 'source' },
  ]);
  expect((await mutate('holdSource', { source: 'crm', job: long })).userErrors).toEqual([
    { code: 'INVALID_INPUT', field: 'job' },
  ]);
  expect((await mutate('holdSource', { source: 'crm', reason: ' ' })).userErrors).toEqual([
    { code: 'INVALID_INPUT', field: 'reason' },
  ]);
  const query = 'mutation ($input: UpsertRecordsInput!) { upsertRecords(input: $input) { userErrors { code } } }';
  const answer = await app.gql(query, { input: { records: [bridge(0)], job: long } });
  expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(answer.text).not.toContain('canary');
});
