import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { histories } from '../support/arbitraries/histories.js';
import { redelivered } from '../support/arbitraries/operations.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { meaningOf } from '../support/memory/graph-meaning.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

const versioned = histories({ batches: 7, batchMax: 4, moments: 'fixed', versions: 'always' });
const again = versioned.chain((history) => fc.tuple(fc.constant(history), redelivered(history.batches)));

describe('versioned statements', () => {
  test('end in the same records and customers in any order, in batches of any size, some delivered twice', async () => {
    await fc.assert(
      fc.asyncProperty(again, async ([{ policy, batches }, other]) => {
        const [one, two] = [new MemoryWorld(policy), new MemoryWorld(policy)];
        await one.applyAll(batches);
        await two.applyAll(other);
        expect(meaningOf(two.store.graph)).toEqual(meaningOf(one.store.graph));
      }),
      runSettings('order and batch size', 500),
    );
  }, 600_000);

  test('write nothing when they are delivered again', async () => {
    await fc.assert(
      fc.asyncProperty(again, async ([{ policy, batches }, other]) => {
        const world = new MemoryWorld(policy);
        await world.applyAll(batches);
        const written = world.store.written.length;
        await world.applyAll(other);
        expect(world.store.written.length).toBe(written);
      }),
      runSettings('replay', 300),
    );
  }, 600_000);
});
