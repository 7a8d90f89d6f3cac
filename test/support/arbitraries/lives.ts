import fc from 'fast-check';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import { histories, type History, type HistoryOptions } from './histories.js';
import type { Batch } from './operations.js';
import { policies } from './policies.js';
import { stewardMoves, type StewardMove } from './steward-moves.js';

/** One thing that happens to a small world. */
export type LifeStep =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'steward'; readonly move: StewardMove }
  /** Some active decision's time is over. */
  | { readonly kind: 'expire'; readonly pick: number }
  /** A new policy begins to be applied, unless one is. */
  | { readonly kind: 'policy'; readonly policy: Policy }
  /** Some customers are brought along with it. */
  | { readonly kind: 'walk'; readonly customers: number };

/** Everything that may happen, mixed in one history. */
export interface Life {
  readonly policy: Policy;
  readonly steps: readonly LifeStep[];
}

/** What happens after a batch: mostly stewards. */
const others: fc.Arbitrary<LifeStep> = fc.oneof(
  { weight: 12, arbitrary: stewardMoves.map((move): LifeStep => ({ kind: 'steward', move })) },
  { weight: 1, arbitrary: fc.nat({ max: 97 }).map((pick): LifeStep => ({ kind: 'expire', pick })) },
  { weight: 1, arbitrary: policies.map((policy): LifeStep => ({ kind: 'policy', policy })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((customers): LifeStep => ({ kind: 'walk', customers })) },
);

/** Lives of some batches, each followed by up to `between` other things. */
export function lives(options: HistoryOptions, between: number): fc.Arbitrary<Life> {
  const meanwhile = fc.array(fc.array(others, { maxLength: between, size: 'max' }), {
    ...{ minLength: options.batches, maxLength: options.batches },
  });
  return fc.tuple(histories(options), meanwhile).map(([{ policy, batches }, more]: [History, LifeStep[][]]) => ({
    policy,
    steps: batches.flatMap((batch, index): LifeStep[] => [{ kind: 'batch', batch }, ...(more[index] ?? [])]),
  }));
}
