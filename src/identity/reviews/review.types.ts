/**
 * What a steward should look at. CONTESTED: an identifier whose records are told apart. GENERIC: an identifier that more
 * records hold than one person would have. OVERSIZED: a customer whose component is too large to be resolved in a request.
 * SELF_CONFLICT: a record that holds more values of a type than one person has. SKIPPED_DECISION: an ALWAYS that cannot
 * be followed. SOURCE_HELD: a source, or one job of it, that is held.
 */
export type ReviewKind = 'CONTESTED' | 'GENERIC' | 'OVERSIZED' | 'SELF_CONFLICT' | 'SKIPPED_DECISION' | 'SOURCE_HELD';

export type ReviewStatus = 'OPEN' | 'DECIDED' | 'CLOSED';

/** Something came up, changed, or went away by itself. */
export interface ReviewMark {
  readonly kind: ReviewKind;
  /** Key or id of the identifier, customer, record, decision or hold that it is about. */
  readonly about: string;
  /** What tells this state from another one, sorted: contest reasons, types in conflict. */
  readonly reasons: readonly string[];
  readonly open: boolean;
}

/**
 * What a steward may do about an item. KEEP: leave it as it is until it changes. BLOCK: the identifier joins nobody. MERGE:
 * its customers are one person. SEPARATE: they are different people. CUT: the identifier is somebody else's from a moment
 * on. DETACH: the record does not have one of the identifiers. REVOKE: the decision ends. RELEASE: what was held counts as
 * if it had never been. REJECT: it never counts.
 */
export type ReviewChoice = 'KEEP' | 'BLOCK' | 'MERGE' | 'SEPARATE' | 'CUT' | 'DETACH' | 'REVOKE' | 'RELEASE' | 'REJECT';

/** The choices of each kind. */
export const CHOICES: Readonly<Record<ReviewKind, readonly ReviewChoice[]>> = {
  CONTESTED: ['KEEP', 'BLOCK', 'MERGE', 'SEPARATE', 'CUT'],
  GENERIC: ['KEEP', 'BLOCK', 'CUT'],
  OVERSIZED: ['KEEP'],
  SELF_CONFLICT: ['KEEP', 'DETACH'],
  SKIPPED_DECISION: ['KEEP', 'REVOKE'],
  SOURCE_HELD: ['RELEASE', 'REJECT'],
};
