import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { histories, type History } from '../support/arbitraries/histories.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { faultsOf } from '../support/memory/graph-faults.js';
import { brokenPromises } from '../support/memory/id-promises.js';
import { copyOf } from '../support/memory/memory-graph.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

const anyHistory = histories({ batches: 9, batchMax: 3, moments: 'any', versions: 'mixed' });
const restless = histories({ batches: 20, batchMax: 2, moments: 'any', versions: 'mixed', temper: 'restless' });

/** How often ids went through what the promises are about. */
interface Fates {
  merged: number;
  splitAcross: number;
  revived: number;
  emptied: number;
}

async function liveThrough({ policy, batches }: History, fates: Fates): Promise<void> {
  const world = new MemoryWorld(policy);
  const { graph } = world.store;
  for (const [index, batch] of batches.entries()) {
    const before = copyOf(graph);
    const written = world.store.written.length;
    await world.apply(batch);
    const broken = [...brokenPromises(before, graph), ...faultsOf(graph, policy)];
    if (broken.length > 0) throw new Error([`after batch ${index + 1}:`, ...broken].join('\n'));
    const plan = world.store.written[written]?.membership;
    fates.merged += plan?.retired.filter((each) => each.into.length === 1).length ?? 0;
    fates.emptied += plan?.retired.filter((each) => each.into.length === 0).length ?? 0;
    fates.revived += plan?.revived.length ?? 0;
    fates.splitAcross += [...(plan?.retired ?? []), ...(plan?.redirected ?? [])].filter(
      (each) => each.into.length > 1,
    ).length;
  }
}

describe('the ids of customers', () => {
  test.each([
    ['in any history', anyHistory, 300],
    ['where customers merge and fall apart all the time', restless, 300],
  ] as const)(
    'stay with their records, and every one that was ever given answers, %s',
    async (name, kind, runs) => {
      const fates: Fates = { merged: 0, splitAcross: 0, revived: 0, emptied: 0 };
      await fc.assert(
        fc.asyncProperty(kind, (history) => liveThrough(history, fates)),
        runSettings(`ids ${name}`, runs),
      );
      expect(Math.min(fates.merged, fates.revived, fates.emptied)).toBeGreaterThan(0);
      if (kind === restless) expect(fates.splitAcross).toBeGreaterThan(0);
    },
    600_000,
  );
});
