import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identifiersNamed, type Decision } from '../../src/identity/decisions/decision.types.js';
import { lives, type Life } from '../support/arbitraries/lives.js';
import { redelivered } from '../support/arbitraries/operations.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { live, type Lived } from '../support/life/living.js';
import { eventFaults } from '../support/memory/event-faults.js';
import { differences, differencesAround } from '../support/memory/graph-differences.js';
import { faultsOf } from '../support/memory/graph-faults.js';
import { brokenPromises } from '../support/memory/id-promises.js';
import { brokenNevers, exceededCapacities } from '../support/memory/law-faults.js';
import { activeDecisions, copyOf, type MemoryGraph } from '../support/memory/memory-graph.js';
import { meaningOf } from '../support/memory/graph-meaning.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

const anyLife = lives({ batches: 6, batchMax: 3, moments: 'any', versions: 'mixed' }, 3);
const restless = lives({ batches: 8, batchMax: 2, moments: 'any', versions: 'mixed', temper: 'restless' }, 3);

/** Everything that is wrong after a step. */
function faults(world: MemoryWorld, before: MemoryGraph, lived: Lived): string[] {
  const { graph } = world.store;
  const { policy } = world;
  const always = [...brokenPromises(before, graph), ...eventFaults(before, graph)];
  if (world.isMoving) return [...always, ...differencesAround(graph, policy, lived.touched)];
  return [
    ...always,
    ...differences(graph, policy),
    ...faultsOf(graph, policy),
    ...brokenNevers(graph),
    ...exceededCapacities(graph, policy),
  ];
}

async function liveThrough({ policy, steps }: Life, met: Map<string, number>): Promise<void> {
  const world = new MemoryWorld(policy);
  const count = (what: string): void => void met.set(what, (met.get(what) ?? 0) + 1);
  const told: string[] = [];
  for (const [index, step] of steps.entries()) {
    const before = copyOf(world.store.graph);
    const lived = await live(world, step, index);
    if (!lived) continue;
    count(lived.what);
    told.push(`${lived.what} ${JSON.stringify(lived.operation)}`);
    const found = faults(world, before, lived);
    if (found.length > 0) throw new Error([...told, ...found].join('\n'));
  }
}

/** What must have happened in some run, or the test is about nothing. */
const RARE = [
  'merge done',
  'never done',
  'split done',
  'detach done',
  'block done',
  'unblock done',
  'revoke done',
].concat([...['unmerge done', 'unmerge refused', 'expire', 'policy', 'walk']]);

describe('stewards, sources and policies in one history', () => {
  test.each([
    ['in any life', anyLife, 200],
    ['where customers merge and fall apart all the time', restless, 200],
  ] as const)(
    'leave the graph equal to a full recomputation, and every law kept, after every step, %s',
    async (name, kind, runs) => {
      const met = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(kind, (life) => liveThrough(life, met)),
        runSettings(`all laws ${name}`, runs),
      );
      expect(RARE.filter((what) => !met.has(what))).toEqual([]);
    },
    600_000,
  );
});

const versioned = { batches: 6, batchMax: 3, moments: 'fixed', versions: 'always' } as const;
/** A life of versioned statements, the place where it is cut in two, and both parts in other orders and batches. */
const delivered = lives(versioned, 2).chain(({ policy, steps }) => {
  const batches = steps.flatMap((step) => (step.kind === 'batch' ? [step.batch] : []));
  const moves = steps.filter((step) => step.kind === 'steward');
  const cut = Math.ceil(batches.length / 2);
  const parts = [batches.slice(0, cut), batches.slice(cut)] as const;
  return fc.tuple(fc.constant({ policy, moves, parts }), redelivered(parts[0]), redelivered(parts[1]));
});

/**
 * Decisions that any order leaves the same: deletions end an ALWAYS in one order and not in another, and what nobody holds
 * any more was never heard of in another.
 */
function lasting(graph: MemoryGraph): Decision[] {
  const held = new Set([...graph.records.values()].flatMap((each) => each.attachments.map((one) => one.identifier)));
  return activeDecisions(graph).filter(
    (each) => each.kind !== 'ALWAYS' && identifiersNamed(each).every((key) => held.has(key)),
  );
}

describe('versioned statements around what stewards decide', () => {
  test('end the same in any order, in batches of any size, and say nothing new when they come again', async () => {
    const met = { decided: 0 };
    await fc.assert(
      fc.asyncProperty(delivered, async ([{ policy, moves, parts }, first, second]) => {
        const [source, one, two] = [new MemoryWorld(policy), new MemoryWorld(policy), new MemoryWorld(policy)];
        await source.applyAll(parts[0]);
        for (const [index, step] of moves.entries()) await live(source, step, index);
        const begin = lasting(source.store.graph);
        met.decided += begin.length;
        for (const [world, before, after] of [[one, ...parts] as const, [two, first, second] as const]) {
          await world.applyAll(before);
          await world.rule({ begin, end: [] });
          await world.applyAll(after);
        }
        expect(meaningOf(two.store.graph)).toEqual(meaningOf(one.store.graph));
        const written = two.store.written.length;
        await two.applyAll([...second, ...first, ...parts[1]]);
        expect(two.store.written.length).toBe(written);
      }),
      runSettings('order and replay around decisions', 150),
    );
    expect(met.decided).toBeGreaterThan(0);
  }, 600_000);
});
