import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { histories, readable } from '../support/arbitraries/histories.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { faultsOf } from '../support/memory/graph-faults.js';
import type { MemoryGraph } from '../support/memory/memory-graph.js';
import { settledDifferences } from '../support/memory/settled-differences.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

/** Histories in which a component of a few records is already too large to walk. */
const crampedHistories = fc
  .tuple(histories({ batches: 9, batchMax: 4, moments: 'any', versions: 'mixed' }), fc.integer({ min: 1, max: 4 }))
  .map(([history, componentMax]) => readable({ ...history, policy: { ...history.policy, componentMax } }));

function waitingIn(graph: MemoryGraph): string[] {
  const held = [...graph.records.values()].filter((each) => each.attachments.some((one) => one.status === 'HELD'));
  const waiting = [...graph.customers.values()].filter((node) => node.unsettled);
  return [...held.map(({ key }) => `${key} is held`), ...waiting.map(({ id }) => `${id} is unsettled`)];
}

describe('components too large to walk', () => {
  test('keep every record in one customer, and everything settled equals a recomputation', async () => {
    const seen = { held: 0, unsettled: 0, settledAgain: 0 };
    await fc.assert(
      fc.asyncProperty(crampedHistories, async ({ policy, batches }) => {
        const world = new MemoryWorld(policy);
        const { graph } = world.store;
        for (const batch of batches) {
          const before = [...graph.customers.values()].filter((node) => node.unsettled).map((node) => node.id);
          await world.apply(batch);
          const faults = [...faultsOf(graph, policy), ...settledDifferences(graph, policy)];
          if (faults.length > 0) throw new Error(faults.join('\n'));
          seen.unsettled += [...graph.customers.values()].filter((node) => node.unsettled).length;
          seen.settledAgain += before.filter((id) => !graph.customers.get(id)?.unsettled).length;
          seen.held += [...graph.records.values()]
            .flatMap((each) => each.attachments)
            .filter((each) => each.status === 'HELD').length;
        }
        await world.settleAll();
        const faults = [...faultsOf(graph, policy), ...settledDifferences(graph, policy), ...waitingIn(graph)];
        if (faults.length > 0) throw new Error(['after the job:', ...faults].join('\n'));
      }),
      runSettings('components too large', 500),
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  }, 600_000);
});
