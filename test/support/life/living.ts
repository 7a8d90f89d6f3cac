import type { DecisionAnswer } from '../../../src/identity/decisions/decisions.service.js';
import type { RecordKey } from '../../../src/kernel/ids.js';
import type { LifeStep } from '../arbitraries/lives.js';
import type { Batch } from '../arbitraries/operations.js';
import { operationOf } from '../arbitraries/steward-moves.js';
import { activeDecisions } from '../memory/memory-graph.js';
import type { MemoryWorld } from '../memory/memory-world.js';
import { decide, type StewardOperation } from '../steward/operations.js';

/** What one step of a life came to. */
export interface Lived {
  /** Named as tests count it. */
  readonly what: string;
  readonly operation: StewardOperation | null;
  /** Of a batch, as `record outcome`. */
  readonly outcomes: readonly string[];
  /** Of a steward's operation. */
  readonly answer: DecisionAnswer | null;
  /** Records whose evidence changed, or that a decision named. */
  readonly touched: readonly RecordKey[];
}

/** Terms of a decision that holds until it is revoked. */
export const TERMS = { reason: 'because', expiresAt: null, dryRun: false, idempotencyKey: null } as const;

/** Lives through one step; null when there was nothing to do. */
export async function live(world: MemoryWorld, step: LifeStep, number: number): Promise<Lived | null> {
  const { graph, written } = world.store;
  const before = written.length;
  switch (step.kind) {
    case 'batch':
      return batch(world, step.batch);
    case 'steward': {
      const operation = operationOf(step.move, graph);
      if (!operation) return null;
      const answer = await decide(world.decisions, operation, TERMS);
      const lived = done(`${operation.kind} ${answer.kind}`, touchedSince(world, before));
      return { ...lived, operation, answer };
    }
    case 'expire': {
      const active = activeDecisions(graph);
      const decision = active[step.pick % Math.max(1, active.length)];
      if (!decision) return null;
      await world.decisions.expire(decision.id);
      return done('expire', touchedSince(world, before));
    }
    case 'policy':
      if (world.isMoving) return null;
      world.beginPolicy({ ...step.policy, version: `test-${number}` });
      return done('policy', []);
    case 'walk':
      if (!world.isMoving) return null;
      await world.walkOn(step.customers);
      return done('walk', []);
  }
}

async function batch(world: MemoryWorld, changes: Batch): Promise<Lived> {
  const before = world.store.written.length;
  const outcomes = await world.apply(changes);
  const said = outcomes.map((each) => `${each.record} ${each.outcome}`);
  return { ...done('batch', touchedSince(world, before)), outcomes: said };
}

function done(what: string, touched: readonly RecordKey[]): Lived {
  return { what, operation: null, outcomes: [], answer: null, touched };
}

/** Live records that plans since then changed the evidence of, or whose decisions began or ended. */
function touchedSince({ store: { written, graph } }: MemoryWorld, since: number): RecordKey[] {
  const plans = written.slice(since);
  const changed = plans.flatMap((plan) => plan.records.filter((each) => each.evidence !== 'NONE'));
  const ruled = plans.flatMap(({ decisions }) => [...decisions.begun, ...decisions.ended.map((each) => each.decision)]);
  const named = ruled.flatMap((decision) => decision.sides.flatMap((side) => side.records));
  const keys = [...changed.map((each) => each.after.key), ...named];
  return [...new Set(keys)].filter((key) => graph.records.get(key)?.deleted === false);
}
