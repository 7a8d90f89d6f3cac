import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Flow, NewHold, Tally } from '../breaker/breaker.types.js';
import type { Decision } from '../decisions/decision.types.js';
import type { DecisionsAfter } from '../decisions/decisions-after.js';
import type { IdentityEvent } from '../events/event.types.js';
import type { ReviewMark } from '../reviews/review.types.js';
import type { RecordState, StoredRecord } from '../records/record.types.js';
import type { FormerCustomer } from '../resolution/assign-ids.js';
import type { ContestReason } from '../resolution/evidence.types.js';

/** LINKABLE may join; GENERIC has too many records in each tenure; BLOCKED joins nobody by decision or because it is a placeholder. */
export type IdentifierStatus = 'LINKABLE' | 'GENERIC' | 'BLOCKED';

/** An identifier read under lock. */
export interface StoredIdentifier {
  readonly key: IdentifierKey;
  readonly status: IdentifierStatus;
  /** What tells its records apart; empty unless it is contested. */
  readonly contestReasons: readonly ContestReason[];
  /** Active attachments, counted up to a little above `maxRecords`. */
  readonly attachments: number;
  /** One customer that holds it; all the others are the same unless that one is constrained. */
  readonly customerId: CustomerId | null;
  /** A steward's decision names it. */
  readonly named: boolean;
  /** The active decisions that block it. */
  readonly blocks: readonly string[];
  /** Why it was blocked from the start (PLACEHOLDER, ROLE); null when it was not. */
  readonly reason: string | null;
  /** A source said until when it was somebody's, or a steward cut it, once: its time may have several tenures. */
  readonly divided: boolean;
  /** Moments at which stewards cut its time, in epoch milliseconds, sorted. */
  readonly cuts: readonly number[];
  /** What its attachments say about time; only of a divided identifier that many records hold (`needsTimes`). */
  readonly times?: readonly HeldTimes[];
}

/** What one active attachment says about time, in epoch milliseconds; null when it does not. */
export interface HeldTimes {
  readonly record: RecordKey;
  readonly since: number | null;
  readonly until: number | null;
  readonly capturedAt: number | null;
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
  /** Evidence in its component changed that was too large to walk: a later job resolves it. */
  readonly unsettled: boolean;
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
  /** A source said until when it was somebody's, or a steward cut it, once. */
  readonly divided: boolean;
  /** Moments at which stewards cut its time, in epoch milliseconds, sorted. */
  readonly cuts: readonly number[];
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
  /** Why customers became one, in the order in which `resolve` joined. */
  readonly causes: readonly Cause[];
  /** Records that conflict with themselves otherwise than before. */
  readonly conflicts: readonly { readonly record: RecordKey; readonly types: readonly string[] }[];
  /** Customers that begin or cease to wait for a later job. */
  readonly oversized: readonly { readonly customer: CustomerId; readonly open: boolean }[];
  /** ALWAYS decisions that cannot be followed any more, or can again. */
  readonly skipped: readonly { readonly decision: string; readonly open: boolean }[];
}

/** What joined the customers that are this one now. */
export interface Cause {
  readonly customer: CustomerId;
  readonly identifiers: readonly IdentifierKey[];
  /** Ids of ALWAYS decisions. */
  readonly decisions: readonly string[];
}

/** Everything that one transaction writes. */
export interface WritePlan {
  readonly records: readonly RecordDelta[];
  readonly identifiers: readonly IdentifierDelta[];
  readonly decisions: DecisionsAfter;
  readonly membership: MembershipPlan;
  readonly events: readonly IdentityEvent[];
  readonly reviews: readonly ReviewMark[];
  /** What sources said, to be counted; nothing when it is not theirs. */
  readonly tally?: Tally;
  /** Sources and jobs that are held from now on. */
  readonly holds?: readonly NewHold[];
}

/** A former id, the customer that it was merged into, and where its records are. */
export interface FormerOf extends FormerCustomer {
  readonly mergedInto: CustomerId;
  /** Who holds its records, before the change; deleted records are left out. */
  readonly holders: ReadonlyMap<RecordKey, CustomerId>;
}

/** What past merges tell about customers that fall apart. */
export interface Past {
  readonly formers: readonly FormerOf[];
  /** The records that a customer had before the first of its merges; absent when it absorbed nobody. */
  readonly before: ReadonlyMap<CustomerId, readonly RecordKey[]>;
}

/** Records read under the lock of their customers, with the standing of every identifier that they hold. */
export interface Surroundings {
  readonly records: readonly StoredRecord[];
  readonly standings: ReadonlyMap<IdentifierKey, Standing>;
}

export interface Standing {
  readonly status: IdentifierStatus;
  /** What tells its records apart; empty unless it is contested. */
  readonly contestReasons: readonly ContestReason[];
  /** A steward's decision names it. */
  readonly named: boolean;
  /** Its time may have several tenures. */
  readonly divided: boolean;
  /** Moments at which stewards cut its time, in epoch milliseconds, sorted. */
  readonly cuts: readonly number[];
}

/** Who holds records and identifiers, for the second look after a lock. */
export interface Reach {
  readonly records: ReadonlyMap<RecordKey, CustomerId>;
  readonly identifiers: ReadonlyMap<IdentifierKey, CustomerId>;
}

/** An identifier to lock, and up to how many attachments a lock is worth it. */
export interface IdentifierLock {
  readonly key: IdentifierKey;
  readonly lockUpTo: number;
}

/**
 * What bringing the graph up to date asks of the store, inside one transaction. Locks last until its end and are
 * taken in the order of the arguments, which the caller sorts.
 */
export interface EvidenceStore {
  lockRecords(keys: readonly RecordKey[]): Promise<StoredRecord[]>;
  lockIdentifiers(identifiers: readonly IdentifierLock[]): Promise<StoredIdentifier[]>;
  /** Locks the customers, then looks again at who holds the records and identifiers. */
  lockCustomers(
    ids: readonly CustomerId[],
    records: readonly RecordKey[],
    identifiers: readonly IdentifierKey[],
  ): Promise<{ readonly customers: CustomerState[]; readonly reach: Reach }>;
  /**
   * Every record of the customers: what decides about them, and their names. Not what only a change of the record itself
   * looks at (other attributes, raw values, versions): `lockRecords` has that.
   */
  surroundings(customers: readonly CustomerId[]): Promise<Surroundings>;
  /** Every customer that holds one of the identifiers. */
  holders(identifiers: readonly IdentifierKey[]): Promise<CustomerId[]>;
  /** Every customer that one of the records resolves to. */
  owners(records: readonly RecordKey[]): Promise<CustomerId[]>;
  /** Active ALWAYS and NEVER decisions that name one of these, with all that they name. */
  decisionsOn(records: readonly RecordKey[], identifiers: readonly IdentifierKey[]): Promise<Decision[]>;
  /**
   * Former ids of customers that are about to fall apart, and those that had one of the returning records when they were
   * merged away.
   */
  past(customers: readonly CustomerId[], returning: readonly RecordKey[]): Promise<Past>;
  /** How many records hold each identifier actively. */
  countAttachments(identifiers: readonly IdentifierKey[]): Promise<ReadonlyMap<IdentifierKey, number>>;
  /** What the active attachments of each identifier say about time. */
  heldTimes(identifiers: readonly IdentifierKey[]): Promise<ReadonlyMap<IdentifierKey, readonly HeldTimes[]>>;
  /** Ids that were emptied when these records were deleted. */
  emptiedBy(records: readonly RecordKey[]): Promise<FormerCustomer[]>;
  /** What sources said in some steps of their windows; those that are not there are nothing. */
  flows(keys: readonly string[]): Promise<readonly Flow[]>;
  write(plan: WritePlan): Promise<void>;
}

export type { FormerCustomer };
