import { cypher } from '../../graph/statement.js';
import type { RecordKey } from '../../kernel/ids.js';
import type { Flow, HoldCause, HoldsInForce, HoldStatus } from './breaker.types.js';

const read = { access: 'read' } as const;
const write = { access: 'write' } as const;

export const readHoldsInForce = cypher<{ now: number }, HoldsInForce>('identity/read-holds-in-force', read);
export const readFlows = cypher<{ keys: readonly string[] }, Flow>('identity/read-flows', read);
export const createHolds = cypher<{ rows: readonly object[]; version: string; at: number }, never>(
  'identity/create-holds',
  write,
);

/** A hold as the graph remembers it. */
export interface HoldRow {
  id: string;
  source: string;
  job: string | null;
  status: HoldStatus;
  cause: HoldCause;
  since: Date;
  windowMinutes: number | null;
  records: number;
  merges: number;
  largestCustomer: string | null;
  largestGained: number | null;
  /** Who held it by hand, and why. */
  actor: string | null;
  reason: string | null;
  /** Who released or rejected it, when and why. */
  decidedBy: string | null;
  decidedReason: string | null;
  decidedAt: Date | null;
  finishedAt: Date | null;
  /** Until when its source or job is not counted. */
  passUntil: Date | null;
  /** Records that were let go or rejected so far. */
  settled: number;
  /** Request that held it, and that decided about it, by which a repetition is known. */
  payloadHash: string | null;
  decidedRequest: string | null;
  decidedHash: string | null;
  /** Records of which something waits. */
  waiting: number;
  reviewItemId: string;
}
export const readHolds = cypher<{ ids: readonly string[] }, HoldRow>('holds/read-holds', read);
export const listHolds = cypher<{ status: HoldStatus; after: string; limit: number }, { id: string }>(
  'holds/list-holds',
  read,
);
export const lockHold = cypher<{ id: string }, { status: HoldStatus }>('identity/lock-hold', write);
export const lockHolds = cypher<Record<string, never>, never>('identity/lock-holds', write);
export const holdOfLane = cypher<{ source: string; job: string | null }, { id: string }>('holds/hold-of-lane', read);
export const decideHold = cypher<
  { id: string; properties: object; passUntil: number | null; version: string; at: number },
  never
>('identity/decide-hold', write);
export const forgetFlows = cypher<{ prefix: string }, never>('identity/forget-flows', write);
export const holdsToSettle = cypher<{ limit: number }, { id: string; status: HoldStatus; actor: string }>(
  'holds/holds-to-settle',
  read,
);
export const heldRecords = cypher<{ id: string; limit: number }, { key: RecordKey }>('holds/held-records', read);
export const rejectRecords = cypher<{ keys: readonly RecordKey[]; id: string }, never>(
  'identity/reject-records',
  write,
);
export const advanceHold = cypher<{ id: string; settled: number }, never>('identity/advance-hold', write);
export const finishHold = cypher<{ id: string; at: number }, never>('identity/finish-hold', write);
export const forgetOldFlows = cypher<{ before: number; limit: number }, { deleted: number }>(
  'identity/forget-old-flows',
  write,
);
