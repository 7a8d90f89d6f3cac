import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { IdentifierQuality } from '../../identifiers/identifier.types.js';
import type { Person } from '../resolution/persons/person.types.js';

/** A point in the order of a record's versions; compared as a string. See `versions.ts`. */
export type VersionToken = string;

/**
 * Whether an attachment may link. All but the ACTIVE ones are kept as evidence and join nobody. HELD: its component is too
 * large to walk in a request. STOPPED: its source is held, and a steward will say. REJECTED: a steward said that it does
 * not count. DETACHED: a steward decided that the record does not have the identifier.
 */
export type AttachmentStatus = 'ACTIVE' | 'HELD' | 'STOPPED' | 'REJECTED' | 'DETACHED';

/** A record's statement that it has an identifier, as the graph keeps it. */
export interface Attachment {
  readonly identifier: IdentifierKey;
  readonly type: string;
  readonly namespace: string;
  readonly raw: string;
  readonly canonical: string;
  readonly display: string;
  readonly quality: IdentifierQuality;
  readonly status: AttachmentStatus;
  /** Epoch milliseconds. */
  readonly capturedAt: number | null;
  readonly since: number | null;
  readonly until: number | null;
  /** The change that this attachment comes from. */
  readonly token: VersionToken;
}

/** Scalars and lists of scalars, by dotted path (`address.city`). */
export type FlatAttributes = Readonly<Record<string, Scalar | readonly Scalar[]>>;
export type Scalar = string | number | boolean;

/** One source record as it stands: the outcome of all the versions of it that were seen. */
export interface RecordState {
  readonly key: RecordKey;
  readonly source: string;
  readonly recordId: string;
  readonly realm: string;
  /** A stub: key and version, no personal data. */
  readonly deleted: boolean;
  /** Highest order seen (`versions.ts`), '' when the source sends none. */
  readonly version: string;
  /** What the caller sent as `sourceVersion`, for people. */
  readonly sourceVersion: string | null;
  /** Everything older than this REPLACE or DELETE is gone. */
  readonly floor: VersionToken;
  readonly attributes: FlatAttributes;
  /** Fields (and removed fields) that a PATCH newer than the floor set. */
  readonly patches: Readonly<Record<string, VersionToken>>;
  /** Identifiers that a PATCH newer than the floor removed. */
  readonly removed: Readonly<Record<string, VersionToken>>;
  readonly attachments: readonly Attachment[];
  /** Identifiers that a steward decided the record does not have (DETACH), whatever its source says. */
  readonly detached: readonly IdentifierKey[];
  /** Types of which it holds more values than one person has, as it was last resolved; sorted. */
  readonly conflicts: readonly string[];
  /** As it counts: while the source of a record is held, whoever it was before. */
  readonly person: Person;
  /** Id of the hold that stopped something of it last, as long as a steward has not decided about it. */
  readonly hold?: string | null;
  /** Epoch milliseconds. */
  readonly capturedAt: number | null;
  readonly receivedAt: number;
}

/** A record read from the graph, with the customer that it resolves to (null for a stub). */
export interface StoredRecord extends RecordState {
  readonly customerId: CustomerId | null;
  /** A steward's decision names it. */
  readonly named: boolean;
}

/** A validated, normalised statement of a source about one of its records. */
export interface RecordChange {
  readonly kind: 'REPLACE' | 'PATCH' | 'DELETE';
  readonly key: RecordKey;
  readonly source: string;
  readonly recordId: string;
  readonly realm: string;
  /** Order within the record (`versions.ts`), null when arrival orders. */
  readonly order: string | null;
  readonly sourceVersion: string | null;
  readonly capturedAt: number | null;
  readonly attributes: FlatAttributes;
  /** Paths that a PATCH clears, with everything below them. */
  readonly cleared: readonly string[];
  readonly attachments: readonly Omit<Attachment, 'token' | 'status'>[];
  readonly removeIdentifiers: readonly IdentifierKey[];
  /** Of the content as sent; equal hashes are equal content. */
  readonly contentHash: string;
  /** The load or run of the source that brought it, when it named one. */
  readonly job?: string | null;
}
