import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RecordKey } from '../../src/kernel/ids.js';
import { histories } from '../support/arbitraries/histories.js';
import { policies } from '../support/arbitraries/policies.js';
import { moves, rulingOf } from '../support/arbitraries/rulings.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { differences, differencesAround } from '../support/memory/graph-differences.js';
import { faultsOf } from '../support/memory/graph-faults.js';
import { meaningOf } from '../support/memory/graph-meaning.js';
import { membersOf } from '../support/memory/memory-graph.js';
import { MemoryWorld } from '../support/memory/memory-world.js';
import { settledDifferences } from '../support/memory/settled-differences.js';

const anyHistory = histories({ batches: 9, batchMax: 4, moments: 'any', versions: 'mixed' });
/** A life, the policy that comes in the middle of it, when, and what stewards decide meanwhile. */
const lives = fc.record({
  history: anyHistory,
  policy: policies.map((policy) => ({ ...policy, version: 'test-2' })),
  begins: fc.integer({ min: 1, max: 9 }),
  stewards: fc.array(fc.option(moves, { freq: 3 }), { minLength: 9, maxLength: 9 }),
});

/** How often lives met what they are about. */
interface Met {
  touchedWhileMoving: number;
  ruledWhileMoving: number;
  changedByWalk: number;
  splitByWalk: number;
  restated: number;
}

/** One more stretch of the walk; whether it goes on. */
async function walkOn(world: MemoryWorld, customers: number, met: Met): Promise<boolean> {
  const before = world.store.written.length;
  const isMoving = await world.walkOn(customers);
  const plans = world.store.written.slice(before);
  met.changedByWalk += plans.filter((plan) => plan.membership.moves.length > 0).length;
  met.splitByWalk += plans.flatMap((plan) => plan.events.filter((each) => each.kind === 'SPLIT')).length;
  met.restated += plans.flatMap((plan) => plan.identifiers).length;
  return isMoving;
}

/** Throws what is wrong: while the policy is being applied, with what was touched; else with anything. */
function check({ store, policy }: MemoryWorld, isMoving: boolean, what: string, touched: readonly RecordKey[]): void {
  const found = isMoving
    ? differencesAround(store.graph, policy, touched)
    : [...differences(store.graph, policy), ...faultsOf(store.graph, policy)];
  if (found.length > 0) throw new Error([`after ${what}${isMoving ? ' (moving)' : ''}:`, ...found].join('\n'));
}

describe('a policy that changes', () => {
  test('holds at once for what is touched, and for everybody after the walk', async () => {
    const met: Met = { touchedWhileMoving: 0, ruledWhileMoving: 0, changedByWalk: 0, splitByWalk: 0, restated: 0 };
    await fc.assert(
      fc.asyncProperty(lives, async ({ history, policy, begins, stewards }) => {
        const world = new MemoryWorld(history.policy);
        const { graph } = world.store;
        let isMoving = false;
        let number = 0;
        const live = (keys: readonly RecordKey[]) => keys.filter((key) => graph.records.get(key)?.deleted === false);
        for (const [index, batch] of history.batches.entries()) {
          if (index === begins) {
            world.beginPolicy(policy);
            isMoving = true;
          }
          const written = world.store.written.length;
          await world.apply(batch);
          const changed = world.store.written
            .slice(written)
            .flatMap((plan) => plan.records.filter((each) => each.evidence !== 'NONE').map((each) => each.after.key));
          if (isMoving) met.touchedWhileMoving += live(changed).length;
          check(world, isMoving, `batch ${index + 1}`, live(changed));
          const ruling = stewards[index] ? rulingOf(stewards[index], graph, (number += 1)) : null;
          if (ruling) {
            await world.rule(ruling);
            if (isMoving) met.ruledWhileMoving += 1;
            const sides = [...ruling.begin, ...ruling.end.map((each) => each.decision)].flatMap((each) => each.sides);
            check(world, isMoving, `decision ${number}`, live(sides.flatMap((side) => side.records)));
          }
          if (isMoving && index > begins) {
            isMoving = await walkOn(world, 2, met);
            check(world, isMoving, `the walk beside batch ${index + 1}`, []);
          }
        }
        if (history.batches.length <= begins) {
          world.beginPolicy(policy);
          isMoving = true;
        }
        while (isMoving) isMoving = await walkOn(world, 3, met);
        check(world, isMoving, 'the walk', []);
      }),
      runSettings('a policy that changes', 600),
    );
    expect(Object.entries(met).filter(([, times]) => times === 0)).toEqual([]);
  }, 600_000);

  test('ends the same when the walk is begun again, and a second walk changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(lives, fc.nat({ max: 6 }), async ({ history, policy }, steps) => {
        const world = new MemoryWorld(history.policy);
        await world.applyAll(history.batches);
        world.beginPolicy(policy);
        for (let step = 0; step < steps; step += 1) if (!(await world.walkOn(1))) break;
        world.beginPolicy(policy);
        while (await world.walkOn(2));
        const before = [world.store.graph.tx, meaningOf(world.store.graph)];
        world.beginPolicy(policy);
        while (await world.walkOn(2));
        expect([world.store.graph.tx, meaningOf(world.store.graph)]).toEqual(before);
        expect(differences(world.store.graph, policy)).toEqual([]);
      }),
      runSettings('a walk begun again', 150),
    );
  }, 600_000);

  test('leaves components that became too large, trusted by nobody', async () => {
    const met = { aside: 0 };
    await fc.assert(
      fc.asyncProperty(lives, fc.integer({ min: 1, max: 4 }), async ({ history, policy, begins }, componentMax) => {
        const cramped = { ...policy, componentMax };
        const world = new MemoryWorld(history.policy);
        const { graph } = world.store;
        await world.applyAll(history.batches.slice(0, begins));
        world.beginPolicy(cramped);
        while (await world.walkOn(2));
        met.aside += [...graph.customers.values()].filter((node) => node.unsettled).length;
        for (const batch of [[], ...history.batches.slice(begins)]) {
          await world.apply(batch);
          const faults = [...settledDifferences(graph, cramped)];
          if (faults.length > 0) throw new Error(faults.join('\n'));
        }
        for (const node of graph.customers.values())
          if (node.status === 'LIVE' && membersOf(graph, node.id).length === 0) throw new Error(`${node.id} is empty`);
      }),
      runSettings('components that became too large', 250),
    );
    expect(met.aside).toBeGreaterThan(0);
  }, 600_000);
});
