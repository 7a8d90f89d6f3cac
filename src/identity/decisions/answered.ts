import type { Bench } from '../identity.service.js';
import { rememberRequests, replayedRequests } from '../identity.queries.js';
import { readDecisions } from './decision.queries.js';
import { refuse } from './refused.js';

/** A request that may come again: because its answer was lost, or with the same idempotency key. */
export interface DecisionRequest {
  /** The same for each repetition. */
  readonly id: string;
  readonly payloadHash: string;
  /** Whether anybody may send it again: it has an idempotency key. */
  readonly isKeyed: boolean;
}

/**
 * The decision that a request ended when it was made before, '' when it did so without one; null when it is new. Throws Refused
 * when its key was used for something else: to end another decision, or to begin one.
 */
export async function answeredBefore(
  { tx }: Bench,
  { id, payloadHash, isKeyed }: DecisionRequest,
): Promise<string | null> {
  if (!isKeyed) return null;
  const [earlier] = await tx.all(replayedRequests, { keys: [id] });
  if (earlier && earlier.payloadHash === payloadHash) return earlier.outcomes;
  const begun = await tx.one(readDecisions, { ids: [id] });
  return earlier || (begun && begun.payloadHash !== payloadHash) ? refuseReuse() : null;
}

/** Remembers, in the transaction that did it, what a request ended. */
export async function rememberEnding(
  { tx, context }: Bench,
  { id, payloadHash, isKeyed }: DecisionRequest,
  decisionId: string,
): Promise<void> {
  if (isKeyed)
    await tx.run(rememberRequests, { rows: [{ key: id, payloadHash, outcomes: decisionId, at: context.now }] });
}

/** Refuses an idempotency key that came with another payload before. */
export function refuseReuse(): never {
  return refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey', 'was used before for something else; nothing was done');
}
