import type { CustomerId, RecordKey } from '../kernel/ids.js';
import type { RecordChange } from './records/record.types.js';

/** What became of one change (design/api.md; DELETED for deletions). */
export type OutcomeKind =
  'CREATED' | 'ATTACHED' | 'MERGED' | 'SPLIT' | 'MOVED' | 'UNCHANGED' | 'STALE' | 'REJECTED' | 'DELETED';

export interface ChangeOutcome {
  readonly record: RecordKey;
  readonly outcome: OutcomeKind;
  /** The customer that the record resolves to now; null after a deletion or a rejection. */
  readonly customerId: CustomerId | null;
  /** Set when rejected. */
  readonly problem: 'VERSION_KIND' | null;
  /** Its source or job is held: something that it says is stored and joins nobody until a steward has decided. */
  readonly isStopped?: boolean;
}

/** A request whose answer is remembered. */
export interface Idempotency {
  /** Unique per caller. */
  readonly key: string;
  readonly payloadHash: string;
}

/** One caller's part of a transaction. */
export interface WriteRequest {
  readonly changes: readonly RecordChange[];
  readonly idempotency: Idempotency | null;
}

export type WriteAnswer =
  | { readonly kind: 'done'; readonly outcomes: readonly ChangeOutcome[]; readonly replayed: boolean }
  /** The idempotency key was used for something else. */
  | { readonly kind: 'key-reused' };
