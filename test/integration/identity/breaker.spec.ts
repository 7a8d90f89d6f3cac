import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Graph } from '../../../src/graph/graph.js';
import { statementOf } from '../../../src/graph/statement.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
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

describe('a flood', () => {
  test('is held as a whole before it merges anybody, and everybody else goes on', async () => {
    await strangers(world, 30);
    const results = await world.upsert(bridges(0, 20));
    expect(results.map((each) => each.outcome)).toEqual(numbers(20).map(() => 'CREATED'));
    for (const { warnings } of results) expect(warnings).toMatchObject([STOPPED]);
    expect(await world.customers()).toHaveLength(80);
    const [hold, ...others] = await desk.list();
    expect(others).toEqual([]);
    expect(hold).toMatchObject({
      ...{ source: 'calls', job: null, cause: 'MERGES', records: 20, merges: 20, waiting: 20, status: 'OPEN' },
    });
    const [other] = await world.upsert([record('crm', '1', email(1), phone(1))]);
    expect(other).toMatchObject({ outcome: 'MERGED', warnings: [] });
    const [later] = await world.upsert(bridges(25, 26));
    expect(later).toMatchObject({ outcome: 'CREATED', warnings: [STOPPED] });
    await desk.expectVerified();
  });

  test('is held for what came before within the window, not for few or rare merges', async () => {
    await strangers(world, 60);
    await world.upsert(bridges(0, 9));
    expect(await desk.list()).toEqual([]);
    // 9 of 59 records merge: often enough to count, and few among so many.
    await world.upsert(numbers(50).map((at) => record('calls', `n${at}`)));
    await world.upsert(bridges(9, 12));
    expect(await desk.list()).toEqual([]);
    await world.upsert(bridges(12, 20));
    expect(await desk.list()).toMatchObject([{ cause: 'MERGES', records: 70, merges: 20, waiting: 8 }]);
    expect(await world.customers()).toHaveLength(120 + 50 - 12 + 8);
  });

  test('of records about one person is held', async () => {
    const account: [string, string, string] = ['SSO', 'ana', 'https://login.tienda.mx'];
    await world.upsert(numbers(30).map((at) => record('web', `w${at}`, account)));
    await world.upsert([record('shop', 's1', account)]);
    const results = await world.upsert(numbers(30).map((at) => record('web', `x${at}`, account)));
    expect(results.every((each) => each.warnings.length === 1)).toBe(true);
    const [hold] = await desk.list();
    expect(hold).toMatchObject({ source: 'web', cause: 'GROWTH', largestGained: 60, waiting: 30 });
    const sizes = (await world.customers()).map((each) => each.records.length).sort((a, b) => b - a);
    expect(sizes.slice(0, 2)).toEqual([31, 1]);
    await desk.expectVerified();
  });

  test('of one job holds the job, and its source goes on', async () => {
    await strangers(world, 40);
    await world.upsert(bridges(0, 20), { job: 'nightly-7' });
    expect(await desk.list()).toMatchObject([{ source: 'calls', job: 'nightly-7', merges: 20 }]);
    const [same] = await world.upsert(bridges(20, 21), { job: 'nightly-7' });
    expect(same?.warnings).toMatchObject([STOPPED]);
    const own = await world.upsert(bridges(21, 29));
    expect(own.map((each) => [each.outcome, each.warnings.length])).toEqual(numbers(8).map(() => ['MERGED', 0]));
    // What the source does beside the job is counted by itself.
    await world.upsert(bridges(29, 35), { job: 'nightly-8' });
    expect(await desk.list()).toMatchObject([{ job: 'nightly-7' }, { job: null, merges: 14 }]);
  });

  test('is answered the same when the request is repeated', async () => {
    await strangers(world, 20);
    const options = { idempotencyKey: 'flood' };
    const first = await world.upsert(bridges(0, 20), options);
    expect(await world.upsert(bridges(0, 20), options)).toEqual(first);
    expect(first[0]?.warnings).toMatchObject([STOPPED]);
  });

  test('would be held, says a dry run, and writes nothing', async () => {
    await strangers(world, 20);
    const results = await world.upsert(bridges(0, 20), { dryRun: true });
    expect(results[0]?.warnings).toMatchObject([STOPPED]);
    expect(await desk.list()).toEqual([]);
    expect(await world.customers()).toHaveLength(40);
  });
});

describe('several processes', () => {
  test('learn of a hold from the graph, also one that knew of none', async () => {
    await strangers(world, 30);
    const other = new IdentityWorld(graph, WATCHFUL);
    expect((await other.upsert(bridges(0, 1)))[0]?.outcome).toBe('MERGED');
    await world.upsert(bridges(1, 25));
    const [late] = await other.upsert(bridges(25, 26));
    expect(late).toMatchObject({ outcome: 'CREATED', warnings: [STOPPED] });
    // A third one has just been started.
    const [later] = await new IdentityWorld(graph, WATCHFUL).upsert(bridges(26, 27));
    expect(later).toMatchObject({ outcome: 'CREATED', warnings: [STOPPED] });
    await desk.decide('RELEASE');
    expect((await other.upsert(bridges(27, 28)))[0]).toMatchObject({ outcome: 'MERGED', warnings: [] });
  });

  test('never merge more together than one may', async () => {
    await strangers(world, 80);
    const writers = [world, world, new IdentityWorld(graph, WATCHFUL), new IdentityWorld(graph, WATCHFUL)];
    await Promise.all(
      writers.map(async (writer, at) => {
        for (const step of numbers(10)) await writer.upsert(bridges(at * 20 + step * 2, at * 20 + step * 2 + 2));
      }),
    );
    const [hold, ...others] = await desk.list();
    expect(others).toEqual([]);
    const joined = 80 - (hold?.waiting ?? 0);
    expect(joined).toBeLessThan(WATCHFUL.breaker?.mergesMin ?? 0);
    expect(joined).toBeGreaterThan(0);
    // A record that joins two customers leaves one fewer; one that waits is one more.
    expect(await world.customers()).toHaveLength(160 - joined + (80 - joined));
    await desk.expectVerified();
  });
});

test('a hold that is over and still stops something is found', async () => {
  await strangers(world, 20);
  await world.upsert(bridges(0, 20));
  const change = statementOf<Record<string, never>, never>(
    'test/end-hold',
    "MATCH (hold:SourceHold) SET hold.status = 'RELEASED'",
    { access: 'write' },
  );
  await graph.write('test.change', (tx) => tx.run(change, {}));
  const { differences } = await new VerifyService(graph, WATCHFUL).verify();
  expect(differences[0]).toMatchObject({ kind: 'HOLD' });
});
