import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BreakerPolicy } from '../../src/identity/policy/policy.types.js';
import { histories } from '../support/arbitraries/histories.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { differences, storedGroups } from '../support/memory/graph-differences.js';
import { faultsOf } from '../support/memory/graph-faults.js';
import { meaningOf } from '../support/memory/graph-meaning.js';
import type { MemoryGraph } from '../support/memory/memory-graph.js';
import { settledDifferences } from '../support/memory/settled-differences.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

/** Breakers that a few records trip. */
const breakers: fc.Arbitrary<BreakerPolicy> = fc.record({
  windowMinutes: fc.constantFrom(6, 60),
  mergesMin: fc.integer({ min: 1, max: 3 }),
  mergesPerHundred: fc.constantFrom(0, 10, 50),
  growthMax: fc.integer({ min: 1, max: 4 }),
  passHours: fc.constant(0),
});

/** What happens, a breaker, whether each batch names a job, and after which batches a steward releases everything. */
const guarded = fc.record({
  history: histories({ batches: 9, batchMax: 4, moments: 'any', versions: 'mixed', temper: 'restless' }),
  breaker: breakers,
  jobs: fc.array(fc.constantFrom(null, null, 'a', 'b'), { minLength: 9, maxLength: 9 }),
  releases: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }),
  steps: fc.integer({ min: 1, max: 3 }),
});

function stoppedIn(graph: MemoryGraph): string[] {
  const records = [...graph.records.values()];
  return records.filter((each) => each.attachments.some((one) => one.status === 'STOPPED')).map(({ key }) => key);
}

/** What a batch must not do: leave a graph that resolves to something else, or merge what a held lane adds. */
function faultsAfter(world: MemoryWorld): string[] {
  const { graph } = world.store;
  const waiting = [...graph.records.values()].filter((each) => each.hold && !graph.holds.has(each.hold));
  return [
    ...differences(graph, world.policy),
    ...faultsOf(graph, world.policy),
    ...waiting.map(({ key }) => `${key} waits for a hold that is none`),
  ];
}

/** Lets go of everything, some records at a time, looking at the graph after every step. */
async function releaseAll(world: MemoryWorld, size: number): Promise<string[]> {
  const { graph } = world.store;
  for (const { id } of [...graph.holds.values()]) {
    for (;;) {
      const waiting = [...graph.records.values()].filter((each) => each.hold === id).map((each) => each.key);
      if (waiting.length === 0) break;
      await world.release(id, waiting.slice(0, size));
      const faults = faultsAfter(world);
      if (faults.length > 0) return faults;
    }
    world.over.add(id);
  }
  return [];
}

describe('sources that are held', () => {
  test('join nobody meanwhile, and once they are released nothing tells that they were', async () => {
    const seen = { held: 0, jobs: 0, stopped: 0, growth: 0, released: 0 };
    await fc.assert(
      fc.asyncProperty(guarded, async ({ history, breaker, jobs, releases, steps }) => {
        const { policy, batches } = history;
        const world = new MemoryWorld({ ...policy, breaker });
        const free = new MemoryWorld({ ...policy, breaker: null });
        const { graph } = world.store;
        for (const [at, batch] of batches.entries()) {
          const job = jobs[at] ?? null;
          const changes = batch.map((change) => (job ? { ...change, job } : change));
          await world.apply(changes);
          await free.apply(changes);
          const faults = faultsAfter(world);
          if (faults.length > 0) throw new Error([`after batch ${at + 1}:`, ...faults].join('\n'));
          seen.stopped += stoppedIn(graph).length;
          if (releases[at] === 0) {
            seen.released += stoppedIn(graph).length;
            const wrong = await releaseAll(world, steps);
            if (wrong.length > 0) throw new Error([`released after batch ${at + 1}:`, ...wrong].join('\n'));
          }
        }
        seen.held += graph.holds.size;
        seen.jobs += [...graph.holds.values()].filter((each) => each.job !== null).length;
        seen.growth += [...graph.holds.values()].filter((each) => each.cause === 'GROWTH').length;
        const wrong = await releaseAll(world, steps);
        if (wrong.length > 0) throw new Error(['released:', ...wrong].join('\n'));
        expect(stoppedIn(graph)).toEqual([]);
        expect(storedGroups(graph)).toEqual(storedGroups(free.store.graph));
        expect(meaningOf(graph)).toEqual(meaningOf(free.store.graph));
      }),
      runSettings('sources that are held', 1_000),
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  }, 600_000);

  test('merge nobody by records that are new', async () => {
    let watched = 0;
    await fc.assert(
      fc.asyncProperty(guarded, async ({ history, breaker }) => {
        const { policy, batches } = history;
        const world = new MemoryWorld({ ...policy, breaker });
        for (const batch of batches) {
          const fresh = batch.filter((each) => each.kind !== 'DELETE' && !world.store.graph.records.has(each.key));
          const one = fresh.filter((each, at) => fresh.findIndex((other) => other.key === each.key) === at);
          await world.apply(one);
          const plan = world.store.written.at(-1);
          const held = new Set(world.openHolds().map((each) => each.source));
          if (!plan || one.length === 0 || one.some((each) => !held.has(each.source))) continue;
          watched += 1;
          expect(plan.membership.retired).toEqual([]);
          expect(plan.membership.created).toHaveLength(plan.records.length);
        }
      }),
      runSettings('held sources merge nobody', 500),
    );
    expect(watched).toBeGreaterThan(0);
  }, 600_000);

  test('wait for the job when what is let go leads into a component too large to walk', async () => {
    const seen = { held: 0, stopped: 0, handedOver: 0 };
    await fc.assert(
      fc.asyncProperty(guarded, fc.integer({ min: 1, max: 4 }), async ({ history, breaker }, componentMax) => {
        const policy = { ...history.policy, componentMax, breaker };
        const world = new MemoryWorld(policy);
        const { graph } = world.store;
        const check = (when: string): void => {
          const faults = [...faultsOf(graph, policy), ...settledDifferences(graph, policy)];
          if (faults.length > 0) throw new Error([when, ...faults].join('\n'));
        };
        const heldIn = (): number => {
          const attachments = [...graph.records.values()].flatMap((each) => each.attachments);
          return attachments.filter((each) => each.status === 'HELD').length;
        };
        for (const [at, batch] of history.batches.entries()) {
          await world.apply(batch);
          check(`after batch ${at + 1}:`);
        }
        seen.held += heldIn();
        seen.stopped += stoppedIn(graph).length;
        await world.settleAll();
        check('settled:');
        for (const { id } of world.openHolds()) {
          const before = heldIn();
          await world.release(id);
          check('released:');
          seen.handedOver += Math.max(0, heldIn() - before);
        }
        await world.settleAll();
        check('settled again:');
        expect(stoppedIn(graph).length + heldIn()).toBe(0);
      }),
      runSettings('held sources and components too large', 500),
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  }, 600_000);
});
