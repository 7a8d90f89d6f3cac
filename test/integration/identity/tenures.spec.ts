import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import type { Ruling } from '../../../src/identity/decisions/decision.types.js';
import { IdentityService } from '../../../src/identity/identity.service.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { newId } from '../../../src/kernel/ids.js';
import { histories, type History } from '../../support/arbitraries/histories.js';
import { moves, rulingOf, type Move } from '../../support/arbitraries/rulings.js';
import { runSettings } from '../../support/arbitraries/run-settings.js';
import { IdentityWorld } from '../../support/identity-world.js';
import { storedGroups } from '../../support/memory/graph-differences.js';
import { MemoryWorld } from '../../support/memory/memory-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(600_000);

/** Dozens, since each step costs a transaction; the thousands run in memory (test/property). */
const HISTORIES = 45;

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

/** Phone numbers that few may hold, so that tenures are generic and cease to be. */
const crowded = histories({ batches: 5, batchMax: 4, moments: 'any', versions: 'mixed' }).map((history): History => ({
  ...history,
  policy: {
    ...history.policy,
    types: Object.fromEntries(
      Object.entries(history.policy.types).map(([type, rule]) => [
        type,
        { ...rule, maxRecords: rule.guard === 'no' ? 2 : 1 },
      ]),
    ),
  },
}));
const cutsAndBlocks = moves.map((move): Move => {
  const kind = move.kind === 'ALWAYS' || move.kind === 'NEVER' || move.kind === 'DETACH' ? 'CUT' : move.kind;
  return { ...move, kind };
});
const lives = fc.tuple(crowded, fc.array(fc.array(cutsAndBlocks, { maxLength: 2 }), { minLength: 5, maxLength: 5 }));

describe('cuts on the real graph', () => {
  test('divide what the model divides, and verify', async () => {
    const seen = { cuts: 0, generic: 0, shared: 0 };
    await fc.assert(
      fc.asyncProperty(lives, async ([{ policy, batches }, stewards]) => {
        await emptyGraph(graph);
        const model = new MemoryWorld(policy);
        const identity = new IdentityService(graph, { policy, clock: systemClock, newId });
        const rule = async (ruling: Ruling): Promise<void> => {
          await model.rule(ruling);
          await identity.rule('steward', (bench) => bench.bring(ruling));
        };
        let number = 0;
        for (const [index, batch] of batches.entries()) {
          await model.apply(batch);
          await identity.writeAlone({ changes: batch, idempotency: null });
          for (const move of stewards[index] ?? []) {
            const ruling = rulingOf(move, model.store.graph, (number += 1));
            if (!ruling) continue;
            seen.cuts += ruling.begin.filter((each) => each.kind === 'CUT').length;
            await rule(ruling);
          }
        }
        const groups = (await new IdentityWorld(graph, policy).customers()).map((each) => each.records);
        expect(groups).toEqual(storedGroups(model.store.graph));
        expect((await new VerifyService(graph, policy).verify()).differences).toEqual([]);
        const nodes = [...model.store.graph.identifiers.values()].filter((each) => each.cuts.length > 0);
        seen.generic += nodes.filter((each) => each.status === 'GENERIC').length;
        seen.shared += nodes.filter((each) => each.status === 'LINKABLE').length;
      }),
      { ...runSettings('cuts on the real graph', HISTORIES), endOnFailure: true },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });
});
