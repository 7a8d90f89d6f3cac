import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Decision, DecisionKind } from './decision.types.js';

/** A decision as the statements return it. Times in epoch milliseconds. */
export interface DecisionRow {
  id: string;
  kind: DecisionKind;
  actor: string;
  reason: string;
  decidedAt: number;
  expiresAt: number | null;
  payloadHash: string;
  skipped?: boolean | null;
  /** Epoch milliseconds; only of a CUT. */
  cutAt?: number | null;
  sides: number;
  records: { side: number; key: RecordKey }[];
  identifiers: { side: number; key: IdentifierKey }[];
}

/** The decision that a row holds. */
export function storedDecision(row: DecisionRow): Decision {
  const { id, kind, actor, reason, decidedAt, expiresAt, payloadHash } = row;
  const sides = Array.from({ length: row.sides }, (_, side) => ({
    records: row.records.filter((each) => each.side === side).map((each) => each.key),
    identifiers: row.identifiers.filter((each) => each.side === side).map((each) => each.key),
  }));
  const own = row.kind === 'CUT' ? { cutAt: row.cutAt ?? null } : {};
  return { id, kind, actor, reason, decidedAt, expiresAt, payloadHash, skipped: row.skipped ?? false, ...own, sides };
}
