import type { CustomerId, IdentifierKey } from '../../kernel/ids.js';

/**
 * What happened to a customer. MERGED: other ids ended in it. SPLIT: records left it for customers that were not live.
 * MOVED: it took over records of a customer that goes on. REVIVED: a former id is live again. EMPTIED: its last record
 * went away.
 */
export type EventKind = 'MERGED' | 'SPLIT' | 'MOVED' | 'REVIVED' | 'EMPTIED';

/** One change of the partition: at most one for each customer in a transaction. */
export interface IdentityEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly customer: CustomerId;
  /** Ids that ended in it. */
  readonly retired: readonly CustomerId[];
  /** What joined, in the order of `resolve`. */
  readonly identifiers: readonly IdentifierKey[];
  /** Ids of the decisions that joined, or whose beginning or end changed who is who. */
  readonly decisions: readonly string[];
  /** Version of the policy that decided. */
  readonly policy: string;
  /** Who decided; null when a source's statement did. */
  readonly actor: string | null;
}
