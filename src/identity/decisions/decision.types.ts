import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { DecisionSide } from '../resolution/evidence.types.js';

/**
 * ALWAYS: the sides are one person. NEVER: they are different people. DETACH: this record does not have this
 * identifier. BLOCK: this identifier joins nobody. CUT: this identifier is somebody else's from a moment on.
 */
export type DecisionKind = 'ALWAYS' | 'NEVER' | 'DETACH' | 'BLOCK' | 'CUT';

/** Decisions that `resolve` reads; the others show in attachments and identifiers. */
export const JOINING: readonly DecisionKind[] = ['ALWAYS', 'NEVER'];

/** ENDED: a side of an ALWAYS has no record left. */
export type DecisionStatus = 'ACTIVE' | 'REVOKED' | 'EXPIRED' | 'ENDED';

/** What a steward decided, as data. */
export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  /** Who decided. */
  readonly actor: string;
  /** Why, in the steward's words. */
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly decidedAt: number;
  /** Epoch milliseconds; null when it holds until it is revoked. */
  readonly expiresAt: number | null;
  /** Of the request, by which a repetition is known. */
  readonly payloadHash: string;
  /** An ALWAYS that cannot be followed, as it was last resolved. */
  readonly skipped?: boolean;
  /** Of a CUT: the moment, in epoch milliseconds. */
  readonly cutAt?: number | null;
  /** ALWAYS and NEVER: two or more. DETACH: one record and one identifier. BLOCK and CUT: one identifier. */
  readonly sides: readonly DecisionSide[];
}

/** A decision ceases to hold. */
export interface DecisionEnd {
  readonly decision: Decision;
  readonly status: Exclude<DecisionStatus, 'ACTIVE'>;
  /** Id of the request that ended it, by which a repetition is known; null when no request did. */
  readonly by: string | null;
}

/** What changes about decisions in one transaction. */
export interface Ruling {
  readonly begin: readonly Decision[];
  readonly end: readonly DecisionEnd[];
  /** Records whose HELD attachments count from now on. */
  readonly release?: readonly RecordKey[];
  /** Records that a steward lets go who were stopped by a hold: decided like what sources say. */
  readonly free?: { readonly hold: string; readonly records: readonly RecordKey[] };
  /** Customers to be resolved anew, whatever changes. */
  readonly touch?: readonly CustomerId[];
}

export const NO_RULING: Ruling = { begin: [], end: [] };

/** Whether anything is to be resolved anew for another reason than what sources say. */
export function isRuling({ begin, end, release = [], touch = [] }: Ruling): boolean {
  return [begin, end, release, touch].some((each) => each.length > 0);
}

/** Records that a decision names. */
export function recordsNamed({ sides }: Decision): RecordKey[] {
  return [...new Set(sides.flatMap((side) => side.records))];
}

/** Identifiers that a decision names. */
export function identifiersNamed({ sides }: Decision): IdentifierKey[] {
  return [...new Set(sides.flatMap((side) => side.identifiers))];
}
