import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { histories } from '../support/arbitraries/histories.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { firstFault, noRoads } from '../support/memory/live-through.js';

const anyHistory = histories({ batches: 9, batchMax: 4, moments: 'any', versions: 'mixed' });

describe('the graph after each batch', () => {
  test('equals a full recomputation', async () => {
    const roads = noRoads();
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const fault = await firstFault(history, roads);
        if (fault !== null) throw new Error(fault);
      }),
      runSettings('incremental equals recomputation', 1_500),
    );
    expect(Math.min(...Object.values<number>({ ...roads }))).toBeGreaterThan(0);
  }, 600_000);
});
