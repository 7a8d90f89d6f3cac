import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import { IdentityService } from '../../../src/identity/identity.service.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { newId } from '../../../src/kernel/ids.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { histories, type History } from '../../support/arbitraries/histories.js';
import { runSettings } from '../../support/arbitraries/run-settings.js';
import { IdentityWorld } from '../../support/identity-world.js';
import { storedGroups } from '../../support/memory/graph-differences.js';
import { MemoryWorld } from '../../support/memory/memory-world.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(600_000);

/** Dozens, since each batch costs a transaction; the thousands run in memory (test/property). */
const HISTORIES = 40;

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

const anyHistory = histories({ batches: 6, batchMax: 4, moments: 'any', versions: 'mixed' });

/** The model of the graph in memory, and the graph, after the same batches. */
async function liveThrough({ policy, batches }: History): Promise<MemoryWorld> {
  const model = new MemoryWorld(policy);
  const identity = new IdentityService(graph, { policy, clock: systemClock, newId });
  for (const batch of batches) {
    const outcomes = await model.apply(batch);
    const answer = await identity.writeAlone({ changes: batch, idempotency: null });
    const kinds = answer.kind === 'done' ? answer.outcomes.map((each) => each.outcome) : [];
    expect(kinds).toEqual(outcomes.map((each) => each.outcome));
  }
  return model;
}

describe('the real graph', () => {
  test('goes the way of the model through any history, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        await emptyGraph(graph);
        const model = await liveThrough(history);
        const world = new IdentityWorld(graph, history.policy);
        const groups = (await world.customers()).map((each) => each.records);
        expect(groups).toEqual(storedGroups(model.store.graph));
        expect((await new VerifyService(graph, history.policy).verify()).differences).toEqual([]);
      }),
      { ...runSettings('histories on the real graph', HISTORIES), endOnFailure: true },
    );
  });
});
