import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { HoldSteps } from '../../../src/identity/breaker/hold-steps.js';
import type { HoldRow } from '../../../src/identity/breaker/hold.queries.js';
import { HoldsService } from '../../../src/identity/breaker/holds.service.js';
import type { Bench, IdentityService } from '../../../src/identity/identity.service.js';
import { DEFAULT_BREAKER, DEFAULT_POLICY } from '../../../src/identity/policy/default-policy.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import type { IncomingRecord } from '../../../src/ingest/record.types.js';
import { newId } from '../../../src/kernel/ids.js';
import { IdentityWorld, record } from '../../support/identity-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(240_000);

const breaker = { ...DEFAULT_BREAKER, mergesMin: 10, mergesPerHundred: 25, growthMax: 40 };
const policy = { ...DEFAULT_POLICY, version: 'watchful-1', breaker };
const TERMS = { reason: 'looked at it', expiresAt: null, dryRun: false, idempotencyKey: null };

let graph: Graph;
let world: IdentityWorld;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  world = new IdentityWorld(graph, policy);
});
afterAll(() => graph.close());

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const email = (at: number): [string, string] => ['EMAIL', `persona${at}@correo.mx`];
const phone = (at: number): [string, string] => ['PHONE', `+52 55 ${String(12_340_000 + at)}`];

/** People whom the shop knows by e-mail and the app by phone: two customers each. */
async function strangers(count: number, into: IdentityWorld = world): Promise<void> {
  await into.upsert(numbers(count).map((at) => record('shop', `s${at}`, email(at))));
  await into.upsert(numbers(count).map((at) => record('app', `a${at}`, phone(at))));
}

/** What a call centre says that takes everybody's e-mail and phone for one person's. */
function bridges(from: number, to: number): IncomingRecord[] {
  return numbers(to - from).map((at) => record('calls', `c${from + at}`, email(from + at), phone(from + at)));
}

function service(of: IdentityWorld = world): HoldsService {
  return new HoldsService(graph, of.identity, newId);
}

async function holds(status: HoldRow['status'] = 'OPEN'): Promise<readonly HoldRow[]> {
  return (await service().list(DEVELOPER, status, { first: 100 })).nodes;
}

async function release(id: string, choice: 'RELEASE' | 'REJECT' = 'RELEASE'): Promise<void> {
  const answer = await service().decide(DEVELOPER, id, choice, TERMS);
  expect(answer.kind).toBe('done');
}

async function settleAll(steps: HoldSteps = new HoldSteps(graph, world.identity)): Promise<number> {
  let taken = 0;
  while (await steps.step()) taken += 1;
  return taken;
}

async function groups(of: IdentityWorld = world): Promise<string[][]> {
  return (await of.customers()).map((each) => each.records);
}

async function expectVerified(): Promise<void> {
  expect((await new VerifyService(graph, policy).verify()).differences).toEqual([]);
}

const stoppedWarning = { code: 'SOURCE_HELD', field: 'source' };

describe('a flood', () => {
  test('is held as a whole before it merges anybody, and everybody else goes on', async () => {
    await strangers(30);
    const results = await world.upsert(bridges(0, 20));
    expect(results.map((each) => each.outcome)).toEqual(numbers(20).map(() => 'CREATED'));
    for (const { warnings } of results) expect(warnings).toMatchObject([stoppedWarning]);
    expect(await world.customers()).toHaveLength(80);
    const [hold, ...others] = await holds();
    expect(others).toEqual([]);
    expect(hold).toMatchObject({
      ...{ source: 'calls', job: null, cause: 'MERGES', records: 20, merges: 20, waiting: 20, status: 'OPEN' },
    });
    const [other] = await world.upsert([record('crm', '1', email(1), phone(1))]);
    expect(other).toMatchObject({ outcome: 'MERGED', warnings: [] });
    const [later] = await world.upsert(bridges(25, 26));
    expect(later).toMatchObject({ outcome: 'CREATED', warnings: [stoppedWarning] });
    await expectVerified();
  });

  test('is held for what came before within the window, not for few or rare merges', async () => {
    await strangers(60);
    await world.upsert(bridges(0, 9));
    expect(await holds()).toEqual([]);
    // 9 of 59 records merge: often enough to count, and few among so many.
    await world.upsert(numbers(50).map((at) => record('calls', `n${at}`)));
    await world.upsert(bridges(9, 12));
    expect(await holds()).toEqual([]);
    await world.upsert(bridges(12, 20));
    expect(await holds()).toMatchObject([{ cause: 'MERGES', records: 70, merges: 20, waiting: 8 }]);
    expect(await world.customers()).toHaveLength(120 + 50 - 12 + 8);
  });

  test('of records about one person is held', async () => {
    const account: [string, string, string] = ['SSO', 'ana', 'https://login.tienda.mx'];
    await world.upsert(numbers(30).map((at) => record('web', `w${at}`, account)));
    await world.upsert([record('shop', 's1', account)]);
    const results = await world.upsert(numbers(30).map((at) => record('web', `x${at}`, account)));
    expect(results.every((each) => each.warnings.length === 1)).toBe(true);
    const [hold] = await holds();
    expect(hold).toMatchObject({ source: 'web', cause: 'GROWTH', largestGained: 60, waiting: 30 });
    const sizes = (await world.customers()).map((each) => each.records.length).sort((a, b) => b - a);
    expect(sizes.slice(0, 2)).toEqual([31, 1]);
    await expectVerified();
  });

  test('of one job holds the job, and its source goes on', async () => {
    await strangers(40);
    await world.upsert(bridges(0, 20), { job: 'nightly-7' });
    expect(await holds()).toMatchObject([{ source: 'calls', job: 'nightly-7', merges: 20 }]);
    const [same] = await world.upsert(bridges(20, 21), { job: 'nightly-7' });
    expect(same?.warnings).toMatchObject([stoppedWarning]);
    const own = await world.upsert(bridges(21, 29));
    expect(own.map((each) => [each.outcome, each.warnings.length])).toEqual(numbers(8).map(() => ['MERGED', 0]));
    // What the source does beside the job is counted by itself.
    await world.upsert(bridges(29, 35), { job: 'nightly-8' });
    expect(await holds()).toMatchObject([{ job: 'nightly-7' }, { job: null, merges: 14 }]);
  });

  test('is answered the same when the request is repeated', async () => {
    await strangers(20);
    const options = { idempotencyKey: 'flood' };
    const first = await world.upsert(bridges(0, 20), options);
    expect(await world.upsert(bridges(0, 20), options)).toEqual(first);
    expect(first[0]?.warnings).toMatchObject([stoppedWarning]);
  });

  test('would be held, says a dry run, and writes nothing', async () => {
    await strangers(20);
    const results = await world.upsert(bridges(0, 20), { dryRun: true });
    expect(results[0]?.warnings).toMatchObject([stoppedWarning]);
    expect(await holds()).toEqual([]);
    expect(await world.customers()).toHaveLength(40);
  });
});

describe('several processes', () => {
  test('learn of a hold from the graph, also one that knew of none', async () => {
    await strangers(30);
    const other = new IdentityWorld(graph, policy);
    expect((await other.upsert(bridges(0, 1)))[0]?.outcome).toBe('MERGED');
    await world.upsert(bridges(1, 25));
    const [late] = await other.upsert(bridges(25, 26));
    expect(late).toMatchObject({ outcome: 'CREATED', warnings: [stoppedWarning] });
    // A third one has just been started.
    const [later] = await new IdentityWorld(graph, policy).upsert(bridges(26, 27));
    expect(later).toMatchObject({ outcome: 'CREATED', warnings: [stoppedWarning] });
    const [hold] = await holds();
    await release(hold?.id ?? '');
    expect((await other.upsert(bridges(27, 28)))[0]).toMatchObject({ outcome: 'MERGED', warnings: [] });
  });

  test('never merge more together than one may', async () => {
    await strangers(80);
    const writers = [world, world, new IdentityWorld(graph, policy), new IdentityWorld(graph, policy)];
    await Promise.all(
      writers.map(async (writer, at) => {
        for (const step of numbers(10)) await writer.upsert(bridges(at * 20 + step * 2, at * 20 + step * 2 + 2));
      }),
    );
    const [hold, ...others] = await holds();
    expect(others).toEqual([]);
    const joined = 80 - (hold?.waiting ?? 0);
    expect(joined).toBeLessThan(breaker.mergesMin);
    expect(joined).toBeGreaterThan(0);
    // A record that joins two customers leaves one fewer; one that waits is one more.
    expect(await world.customers()).toHaveLength(160 - joined + (80 - joined));
    await expectVerified();
  });
});

/** The identity service of a process that dies: what it does in its third transaction is never committed. */
function dyingIn(step: number): IdentityService {
  let steps = 0;
  const rule = (actor: string, work: (bench: Bench) => Promise<unknown>): Promise<unknown> =>
    world.identity.rule(actor, async (bench) => {
      await work(bench);
      steps += 1;
      if (steps === step) throw new Error('killed');
    });
  return { rule } as unknown as IdentityService;
}

describe('a release', () => {
  const people = 250;

  async function flooded(): Promise<string> {
    await strangers(people);
    await world.upsert(bridges(0, people));
    const [hold] = await holds();
    return hold?.id ?? '';
  }

  test('ends as if nobody had ever been held, through a kill, two workers and writers at work', async () => {
    const id = await flooded();
    await release(id);
    await expect(settleAll(new HoldSteps(graph, dyingIn(2)))).rejects.toThrow('killed');
    expect((await holds('RELEASING'))[0]).toMatchObject({ settled: 200, waiting: 50 });
    await expectVerified();
    const other = new IdentityWorld(graph, policy);
    await Promise.all([
      settleAll(),
      settleAll(new HoldSteps(graph, other.identity)),
      (async () => {
        for (const at of numbers(20)) await other.upsert([record('crm', `r${at}`, email(at * 12))]);
      })(),
      world.delete({ source: 'calls', recordId: 'c7' }),
    ]);
    expect(await holds('RELEASED')).toMatchObject([{ id, waiting: 0 }]);
    await expectVerified();
    const after = await groups();
    await emptyGraph(graph);
    const free = new IdentityWorld(graph, { ...policy, breaker: null });
    await strangers(people, free);
    await free.upsert(bridges(0, people));
    await free.upsert(numbers(20).map((at) => record('crm', `r${at}`, email(at * 12))));
    await free.delete({ source: 'calls', recordId: 'c7' });
    expect(after).toEqual(await groups(free));
  });

  test('lets the source go uncounted for a while, and what is said then merges', async () => {
    await strangers(60);
    await world.upsert(bridges(0, 20));
    const [hold] = await holds();
    await release(hold?.id ?? '');
    const results = await world.upsert(bridges(20, 50));
    expect(results.every((each) => each.outcome === 'MERGED')).toBe(true);
    expect(await holds()).toEqual([]);
  });
});

describe('a rejection', () => {
  test('lets what was held never count, and what the source says later does', async () => {
    await strangers(30);
    const versioned = (version: string) => bridges(0, 20).map((each) => ({ ...each, sourceVersion: version }));
    await world.upsert(versioned('1'));
    const [hold] = await holds();
    await release(hold?.id ?? '', 'REJECT');
    await settleAll();
    expect(await holds('REJECTED')).toMatchObject([{ waiting: 0, settled: 20, decidedReason: 'looked at it' }]);
    expect(await world.customers()).toHaveLength(80);
    await expectVerified();
    // The same said again is nothing new.
    await world.upsert(versioned('1'));
    expect(await world.customers()).toHaveLength(80);
    const [again] = await world.upsert(versioned('2').slice(0, 1));
    expect(again).toMatchObject({ outcome: 'MERGED', warnings: [] });
    await expectVerified();
  });
});

describe('a held source', () => {
  beforeEach(async () => {
    await strangers(30);
    await world.upsert([...bridges(20, 22), record('calls', 'plain', email(25))]);
    const held = await service().hold(DEVELOPER, { source: 'calls', job: null }, TERMS);
    expect(held.kind).toBe('done');
  });

  test('still deletes and takes back, and keeps what it had', async () => {
    expect(await holds()).toMatchObject([{ cause: 'STEWARD', reason: 'looked at it', waiting: 0 }]);
    const before = (await world.customers()).length;
    const [kept] = await world.upsert([record('calls', 'c20', email(20), phone(20), email(3))]);
    expect(kept?.warnings).toMatchObject([stoppedWarning]);
    expect(await world.customers()).toHaveLength(before);
    await world.delete({ source: 'calls', recordId: 'c21' });
    expect(await world.customers()).toHaveLength(before + 1);
    await world.upsert([record('calls', 'c20', email(20), email(3))]);
    expect(await world.customers()).toHaveLength(before + 2);
    await expectVerified();
    const [hold] = await holds();
    await release(hold?.id ?? '');
    await settleAll();
    expect((await groups()).filter((each) => each.includes('calls|c20'))).toEqual([
      ['calls|c20', 'shop|s20', 'shop|s3'],
    ]);
  });

  test('does not become another person and so join what its name kept apart', async () => {
    const named = (source: string, recordId: string, givenName: string): IncomingRecord => {
      return { ...record(source, recordId, ['PHONE', '+52 55 8765 4321']), attributes: { givenName } };
    };
    const [hold] = await holds();
    await release(hold?.id ?? '', 'REJECT');
    await world.upsert([named('shop', 'luis', 'Luis'), named('calls', 'ana', 'Ana')]);
    const before = (await world.customers()).length;
    await service().hold(DEVELOPER, { source: 'calls', job: null }, TERMS);
    const [renamed] = await world.upsert([named('calls', 'ana', 'Luis')]);
    expect(renamed?.warnings).toMatchObject([stoppedWarning]);
    expect(await world.customers()).toHaveLength(before);
    const [again] = await holds();
    await release(again?.id ?? '');
    await settleAll();
    expect(await world.customers()).toHaveLength(before - 1);
    await expectVerified();
  });
});

test('a hold that is over and still stops something is found', async () => {
  await strangers(20);
  await world.upsert(bridges(0, 20));
  const change = statementOf<Record<string, never>, never>(
    'test/end-hold',
    "MATCH (hold:SourceHold) SET hold.status = 'RELEASED'",
    { access: 'write' },
  );
  await graph.write('test.change', (tx) => tx.run(change, {}));
  const { differences } = await new VerifyService(graph, policy).verify();
  expect(differences[0]).toMatchObject({ kind: 'HOLD' });
});
