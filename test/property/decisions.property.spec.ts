import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { histories } from '../support/arbitraries/histories.js';
import { moves, rulingOf, type Move } from '../support/arbitraries/rulings.js';
import { runSettings } from '../support/arbitraries/run-settings.js';
import { differences } from '../support/memory/graph-differences.js';
import { faultsOf } from '../support/memory/graph-faults.js';
import { MemoryWorld } from '../support/memory/memory-world.js';

const anyHistory = histories({ batches: 7, batchMax: 3, moments: 'any', versions: 'mixed' });
const lives = fc.tuple(anyHistory, fc.array(fc.array(moves, { maxLength: 2 }), { minLength: 7, maxLength: 7 }));

describe('stewards among the sources', () => {
  test('the graph equals a full recomputation after each batch and each decision', async () => {
    const met: Record<Move['kind'], number> = { ALWAYS: 0, NEVER: 0, DETACH: 0, BLOCK: 0, CUT: 0, REVOKE: 0 };
    await fc.assert(
      fc.asyncProperty(lives, async ([{ policy, batches }, stewards]) => {
        const world = new MemoryWorld(policy);
        const { graph } = world.store;
        const check = (what: string): void => {
          const faults = [...differences(graph, policy), ...faultsOf(graph, policy)];
          if (faults.length > 0) throw new Error([`after ${what}:`, ...faults].join('\n'));
        };
        let number = 0;
        for (const [index, batch] of batches.entries()) {
          await world.apply(batch);
          check(`batch ${index + 1}`);
          for (const move of stewards[index] ?? []) {
            const ruling = rulingOf(move, graph, (number += 1));
            if (!ruling) continue;
            met[move.kind] += 1;
            await world.rule(ruling);
            check(`${move.kind} ${number}`);
          }
        }
      }),
      runSettings('decisions', 1_500),
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
  }, 600_000);
});
