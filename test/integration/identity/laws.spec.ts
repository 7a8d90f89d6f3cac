import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import { EventsService } from '../../../src/identity/events/events.service.js';
import { VerifyService } from '../../../src/identity/verify/verify.service.js';
import { LIMITS } from '../../../src/kernel/limits.js';
import { lives, type Life, type LifeStep } from '../../support/arbitraries/lives.js';
import { runSettings } from '../../support/arbitraries/run-settings.js';
import { ChangeConsumer } from '../../support/change-consumer.js';
import { GraphTwin } from '../../support/life/graph-twin.js';
import { live, type Lived } from '../../support/life/living.js';
import { standingInMemory, standingOf } from '../../support/life/standing.js';
import { activeDecisions } from '../../support/memory/memory-graph.js';
import { MemoryWorld } from '../../support/memory/memory-world.js';
import { wholeStory } from '../../support/serial/whole-story.js';
import { emptyGraph, testGraph } from '../../support/test-graph.js';

jest.setTimeout(600_000);

/** A hundred or so, since each step costs a transaction; the thousands run in memory (test/property). */
const LIVES = 200;

let graph: Graph;
beforeAll(async () => {
  graph = await testGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

const options = { batches: 3, batchMax: 3, moments: 'any', versions: 'mixed' } as const;
const anyLife = fc.oneof(lives(options, 2), lives({ ...options, temper: 'restless' }, 2));

/** The walk of a policy takes all customers of a small graph at once. */
const WALK: LifeStep = { kind: 'walk', customers: LIMITS.customersPerLook };

/** Does on the real graph what was done in the model, which must answer alike. */
async function follow(
  twin: GraphTwin,
  model: MemoryWorld,
  step: LifeStep,
  lived: Lived,
  expiring: string,
): Promise<void> {
  if (step.kind === 'batch') expect(await twin.apply(step.batch)).toEqual(lived.outcomes);
  else if (step.kind === 'expire') await twin.decisions.expire(expiring);
  else if (step.kind === 'policy') await twin.beginPolicy(model.policy);
  else if (step.kind === 'walk') await twin.walkOn();
  else if (lived.operation) expect(await twin.decide(lived.operation)).toEqual(lived.answer);
}

/** The same operation again is refused again, and leaves the graph as it is. */
async function refuseAgain(twin: GraphTwin, model: MemoryWorld, step: LifeStep, { answer }: Lived): Promise<void> {
  const before = await wholeStory(graph);
  const again = await live(model, step, 0);
  expect(again?.answer).toEqual(answer);
  if (again?.operation) expect(await twin.decide(again.operation)).toEqual(answer);
  expect(await wholeStory(graph)).toEqual(before);
}

class Twins {
  readonly model: MemoryWorld;
  readonly twin: GraphTwin;
  readonly consumer = new ChangeConsumer(new EventsService(graph), 3);
  refused = 0;

  constructor(
    policy: Life['policy'],
    private readonly met: Map<string, number>,
  ) {
    this.model = new MemoryWorld(policy);
    this.twin = new GraphTwin(graph, policy);
  }

  async take(step: LifeStep, number: number): Promise<void> {
    const { model, twin, met } = this;
    const active = activeDecisions(model.store.graph);
    const expiring = step.kind === 'expire' ? active[step.pick % Math.max(1, active.length)]?.id : '';
    const lived = await live(model, step, number);
    if (!lived) return;
    met.set(lived.what, (met.get(lived.what) ?? 0) + 1);
    await follow(twin, model, step, lived, expiring ?? '');
    if (lived.answer?.kind === 'refused' && (this.refused += 1) === 1) await refuseAgain(twin, model, step, lived);
    if (number % 3 === 0) await this.consumer.catchUp();
  }
}

describe('the real graph', () => {
  test('goes the way of the model through any life, verifies, and is told whole by its changes', async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anyLife, async ({ policy, steps }) => {
        await emptyGraph(graph);
        const twins = new Twins(policy, met);
        const { model, consumer } = twins;
        for (const [index, step] of steps.entries()) await twins.take(step.kind === 'walk' ? WALK : step, index + 1);
        while (model.isMoving) await twins.take(WALK, 0);
        const standing = await standingOf(graph);
        expect(standing).toEqual(standingInMemory(model.store.graph));
        expect((await new VerifyService(graph, model.policy).verify()).differences).toEqual([]);
        await consumer.catchUp();
        const stored = standing.customers.filter((each) => each.records.length > 0);
        expect(consumer.partition()).toEqual(stored.map(({ id, records }) => [id, records]));
      }),
      { ...runSettings('lives on the real graph', LIVES), endOnFailure: true },
    );
    const rare = ['unmerge done', 'unmerge refused', 'merge done', 'split done', 'policy', 'revoke done'];
    expect(rare.filter((what) => !met.has(what))).toEqual([]);
  });
});
