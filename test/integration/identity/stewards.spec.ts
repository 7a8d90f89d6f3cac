import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import { histories } from '../../support/arbitraries/histories.js';
import { policies } from '../../support/arbitraries/policies.js';
import { moves, type Move } from '../../support/arbitraries/rulings.js';
import { runSettings } from '../../support/arbitraries/run-settings.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';
import { TwinWorlds, type Unmerged } from '../../support/twin-worlds.js';

jest.setTimeout(900_000);

/** Short ones: each step costs transactions. The thousands run in memory (test/property). */
const HISTORIES = 110;

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

const anyHistory = histories({ batches: 4, batchMax: 4, moments: 'any', versions: 'mixed' });
const lives = fc.record({
  history: anyHistory,
  stewards: fc.array(fc.oneof({ weight: 3, arbitrary: moves }, { weight: 2, arbitrary: fc.nat({ max: 97 }) }), {
    minLength: 4,
    maxLength: 4,
  }),
  policy: fc.option(policies, { freq: 2 }),
  at: fc.nat({ max: 3 }),
});

/** What the histories went through, so that the test can tell that it met what it is about. */
type Met = Record<Move['kind'] | Unmerged | 'policy', number>;

describe('stewards among the sources, on the real graph', () => {
  test('it goes the way of the model, verifies, and its changes tell who is who', async () => {
    const met: Met = {
      ...{ ALWAYS: 0, NEVER: 0, DETACH: 0, BLOCK: 0, REVOKE: 0 },
      ...{ done: 0, refused: 0, nothing: 0, policy: 0 },
    };
    await fc.assert(
      fc.asyncProperty(lives, async ({ history, stewards, policy, at }) => {
        await emptyGraph(graph);
        const worlds = new TwinWorlds(graph, history.policy);
        for (const [index, batch] of history.batches.entries()) {
          if (policy && index === at) {
            await worlds.change({ ...policy, version: 'test-2' }, batch);
            met.policy += 1;
          } else await worlds.apply(batch);
          const move = stewards[index];
          if (typeof move === 'number') met[await worlds.unmerge(move)] += 1;
          else if (move && (await worlds.rule(move))) met[move.kind] += 1;
        }
        const faults = await worlds.faults();
        if (faults.length > 0) throw new Error(faults.join('\n'));
      }),
      { ...runSettings('stewards on the real graph', HISTORIES), endOnFailure: true },
    );
    expect(Object.entries(met).filter(([, times]) => times === 0)).toEqual([]);
  });
});
