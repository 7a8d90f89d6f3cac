import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { histories } from '../support/arbitraries/histories.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { compareWithOracle, faultsOf } from '../support/memory/graph-faults.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

const anyHistory = histories({ batches: 9, batchMax: 4, moments: 'any', versions: 'mixed' });

describe('the graph after each batch', () => {
  test('equals a full recomputation', async () => {
    const paths = { fast: 0, slow: 0 };
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ policy, batches }) => {
        const world = new MemoryWorld(policy);
        for (const batch of batches) {
          const before = world.store.walks;
          await world.apply(batch);
          const changed = world.store.written.at(-1)?.records.some((each) => each.evidence !== 'NONE');
          if (world.store.walks > before) paths.slow += 1;
          else if (changed) paths.fast += 1;
          const { stored, recomputed } = compareWithOracle(world.store.graph, policy);
          expect(stored).toEqual(recomputed);
          expect(faultsOf(world.store.graph)).toEqual([]);
        }
      }),
      runSettings('incremental equals recomputation', 2_000),
    );
    process.stdout.write(JSON.stringify(paths));
    expect(paths.fast).toBeGreaterThan(0);
    expect(paths.slow).toBeGreaterThan(0);
  });
});
