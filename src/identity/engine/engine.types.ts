import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { RecordState, StoredRecord } from '../records/record.types.js';
import type { FormerCustomer, LiveCustomer } from '../resolution/assign-ids.js';
import type { ContestReason } from '../resolution/evidence.types.js';

/** LINKABLE may join; GENERIC has too many records; BLOCKED joins nobody by decision or because it is a placeholder. */
export type IdentifierStatus = 'LINKABLE' | 'GENERIC' | 'BLOCKED';

/** An identifier read under lock. */
export interface StoredIdentifier {
  readonly key: IdentifierKey;
  readonly status: IdentifierStatus;
  readonly contested: boolean;
  /** Active attachments, counted up to a little above `maxRecords`. */
  readonly attachments: number;
  /** One customer that holds it; all the others are the same unless that one is constrained. */
  readonly customerId: CustomerId | null;
  /** A steward's decision names it. */
  readonly named: boolean;
}

/** What a customer carries so that the fast path needs no record of it. */
export interface CustomerState {
  readonly id: CustomerId;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly size: number;
  /** Its evidence component holds a contested identifier, a record in conflict with itself, or a side of a NEVER. */
  readonly constrained: boolean;
  /** Holds an unguarded identifier. */
  readonly known: boolean;
  /** Identifier keys of limited types held. */
  readonly slots: readonly IdentifierKey[];
  /** Distinct persons by key (`persons/person-key.ts`); more than the limit means "ask the records". */
  readonly persons: readonly string[];
  /** For people's eyes in the graph. */
  readonly displayName: string;
}

/** One record of a batch, before and after. `after.deleted` is a stub. */
export interface RecordDelta {
  readonly before: StoredRecord | null;
  readonly after: RecordState;
  /** NONE: only versions or attributes that identify nobody. GREW: nothing was taken away. */
  readonly evidence: 'NONE' | 'GREW' | 'CHANGED';
}

/** An identifier after the batch. */
export interface IdentifierDelta {
  readonly key: IdentifierKey;
  readonly type: string;
  readonly namespace: string;
  readonly display: string;
  readonly before: StoredIdentifier | null;
  readonly status: IdentifierStatus;
  /** Why it is blocked, when it is. */
  readonly reason: string | null;
}

/** A change of one identifier's standing, beside its attachments. */
export interface IdentifierMark {
  readonly key: IdentifierKey;
  readonly status: IdentifierStatus;
  readonly contested: boolean;
  readonly contestReasons: readonly ContestReason[];
}

/** A record that changes its customer; null = has none (new, or deleted). */
export interface Move {
  readonly record: RecordKey;
  readonly from: CustomerId | null;
  readonly to: CustomerId | null;
}

/** What happens to the partition. */
export interface MembershipPlan {
  readonly created: readonly CustomerState[];
  readonly updated: readonly CustomerState[];
  /** All records of `from` move to `into`, and the id redirects there. */
  readonly absorbed: readonly { readonly from: CustomerId; readonly into: CustomerId }[];
  readonly moves: readonly Move[];
  /** Ids that are not live any more; an empty list of successors means EMPTIED. */
  readonly retired: readonly { readonly id: CustomerId; readonly into: readonly CustomerId[] }[];
  /** Ids that are live again. */
  readonly revived: readonly CustomerId[];
  /** Former ids whose successors are others than before. */
  readonly redirected: readonly { readonly id: CustomerId; readonly into: readonly CustomerId[] }[];
  readonly marks: readonly IdentifierMark[];
}

/** Everything that one transaction writes. */
export interface WritePlan {
  readonly records: readonly RecordDelta[];
  readonly identifiers: readonly IdentifierDelta[];
  readonly membership: MembershipPlan;
}

/** A former id with the customers that hold its records now. */
export interface FormerWithHolders extends FormerCustomer {
  /** Live customer -> records of this id that it holds, before the change. */
  readonly holders: ReadonlyMap<RecordKey, CustomerId>;
}

export type { FormerCustomer, LiveCustomer };
