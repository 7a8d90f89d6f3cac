import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { HoldSteps } from '../../../src/identity/breaker/hold-steps.js';
import type { Bench, IdentityService } from '../../../src/identity/identity.service.js';
import type { IncomingRecord } from '../../../src/ingest/record.types.js';
import { bridges, email, HoldDesk, numbers, phone, STOPPED, strangers, WATCHFUL } from '../../support/hold-desk.js';
import { IdentityWorld, record } from '../../support/identity-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(240_000);

let graph: Graph;
let world: IdentityWorld;
let desk: HoldDesk;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  world = new IdentityWorld(graph, WATCHFUL);
  desk = new HoldDesk(graph, world);
});
afterAll(() => graph.close());

/** The identity service of a process that dies: what it does in that transaction is never committed. */
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
    await strangers(world, people);
    await world.upsert(bridges(0, people));
    const [hold] = await desk.list();
    return hold?.id ?? '';
  }

  test('ends as if nobody had ever been held, through a kill, two workers and writers at work', async () => {
    const id = await flooded();
    await desk.decide('RELEASE');
    await expect(desk.settleAll(new HoldSteps(graph, dyingIn(2)))).rejects.toThrow('killed');
    expect((await desk.list('RELEASING'))[0]).toMatchObject({ settled: 200, waiting: 50 });
    await desk.expectVerified();
    const other = new IdentityWorld(graph, WATCHFUL);
    await Promise.all([
      desk.settleAll(),
      desk.settleAll(new HoldSteps(graph, other.identity)),
      (async () => {
        for (const at of numbers(20)) await other.upsert([record('crm', `r${at}`, email(at * 12))]);
      })(),
      world.delete({ source: 'calls', recordId: 'c7' }),
    ]);
    expect(await desk.list('RELEASED')).toMatchObject([{ id, waiting: 0 }]);
    await desk.expectVerified();
    const after = await desk.groups();
    await emptyGraph(graph);
    const free = new IdentityWorld(graph, { ...WATCHFUL, breaker: null });
    await strangers(free, people);
    await free.upsert(bridges(0, people));
    await free.upsert(numbers(20).map((at) => record('crm', `r${at}`, email(at * 12))));
    await free.delete({ source: 'calls', recordId: 'c7' });
    expect(after).toEqual(await new HoldDesk(graph, free).groups());
  });

  test('lets the source go uncounted for a while, and what is said then merges', async () => {
    await strangers(world, 60);
    await world.upsert(bridges(0, 20));
    await desk.decide('RELEASE');
    const results = await world.upsert(bridges(20, 50));
    expect(results.every((each) => each.outcome === 'MERGED')).toBe(true);
    expect(await desk.list()).toEqual([]);
  });
});

describe('a rejection', () => {
  test('lets what was held never count, and what the source says later does', async () => {
    await strangers(world, 30);
    const versioned = (version: string) => bridges(0, 20).map((each) => ({ ...each, sourceVersion: version }));
    await world.upsert(versioned('1'));
    await desk.decide('REJECT');
    await desk.settleAll();
    expect(await desk.list('REJECTED')).toMatchObject([{ waiting: 0, settled: 20, decidedReason: 'looked at it' }]);
    expect(await world.customers()).toHaveLength(80);
    await desk.expectVerified();
    // The same said again is nothing new.
    await world.upsert(versioned('1'));
    expect(await world.customers()).toHaveLength(80);
    const [again] = await world.upsert(versioned('2').slice(0, 1));
    expect(again).toMatchObject({ outcome: 'MERGED', warnings: [] });
    await desk.expectVerified();
  });
});

describe('a held source', () => {
  beforeEach(async () => {
    await strangers(world, 30);
    await world.upsert([...bridges(20, 22), record('calls', 'plain', email(25))]);
    await desk.hold('calls');
  });

  test('still deletes and takes back, and keeps what it had', async () => {
    expect(await desk.list()).toMatchObject([{ cause: 'STEWARD', reason: 'looked at it', waiting: 0 }]);
    const before = (await world.customers()).length;
    const [kept] = await world.upsert([record('calls', 'c20', email(20), phone(20), email(3))]);
    expect(kept?.warnings).toMatchObject([STOPPED]);
    expect(await world.customers()).toHaveLength(before);
    await world.delete({ source: 'calls', recordId: 'c21' });
    expect(await world.customers()).toHaveLength(before + 1);
    await world.upsert([record('calls', 'c20', email(20), email(3))]);
    expect(await world.customers()).toHaveLength(before + 2);
    await desk.expectVerified();
    await desk.decide('RELEASE');
    await desk.settleAll();
    expect((await desk.groups()).filter((each) => each.includes('calls|c20'))).toEqual([
      ['calls|c20', 'shop|s20', 'shop|s3'],
    ]);
  });

  test('does not become another person and so join what its name kept apart', async () => {
    const named = (source: string, recordId: string, givenName: string): IncomingRecord => {
      return { ...record(source, recordId, ['PHONE', '+52 55 8765 4321']), attributes: { givenName } };
    };
    await desk.decide('REJECT');
    await world.upsert([named('shop', 'luis', 'Luis'), named('calls', 'ana', 'Ana')]);
    const before = (await world.customers()).length;
    await desk.hold('calls');
    const [renamed] = await world.upsert([named('calls', 'ana', 'Luis')]);
    expect(renamed?.warnings).toMatchObject([STOPPED]);
    expect(await world.customers()).toHaveLength(before);
    await desk.decide('RELEASE');
    await desk.settleAll();
    expect(await world.customers()).toHaveLength(before - 1);
    await desk.expectVerified();
  });
});

test('what no window looks at any more is forgotten', async () => {
  const count = statementOf<Record<string, never>, { flows: number }>(
    'test/count-flows',
    'MATCH (flow:SourceFlow) RETURN count(flow) AS flows',
    { access: 'read' },
  );
  await strangers(world, 2);
  const steps = new HoldSteps(graph, world.identity);
  await steps.forgetFlows(Date.now());
  expect(await graph.lookup(count, {})).toEqual([{ flows: 2 }]);
  await steps.forgetFlows(Date.now() + 3 * 3_600_000);
  expect(await graph.lookup(count, {})).toEqual([{ flows: 0 }]);
});
