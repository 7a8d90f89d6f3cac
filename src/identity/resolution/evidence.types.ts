import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Person } from './persons/person.types.js';

/** What `resolve` sees of one attachment (record -> identifier). */
export interface AttachmentEvidence {
  readonly identifier: IdentifierKey;
  readonly type: string;
  readonly namespace: string;
  /** Earliest moment at which a source said so, in epoch milliseconds; null when nobody said when. */
  readonly capturedAt: number | null;
  /** Which interval of the identifier's time; 0 until a steward or a source cuts it. */
  readonly tenure: number;
  /** False when HELD, DETACHED or from a source that is not trusted for the type: it is kept and joins nobody. */
  readonly active: boolean;
}

/** What `resolve` sees of one source record. */
export interface RecordEvidence {
  readonly key: RecordKey;
  readonly realm: string;
  readonly person: Person;
  readonly attachments: readonly AttachmentEvidence[];
}

/** ALWAYS: the records of all sides are one person. NEVER: its k >= 2 sides are different people. */
export interface DecisionEvidence {
  readonly id: string;
  readonly kind: 'ALWAYS' | 'NEVER';
  /** Epoch milliseconds; older ALWAYS decisions act first, ties by id. */
  readonly decidedAt: number;
  readonly sides: readonly DecisionSide[];
}

export interface DecisionSide {
  readonly records: readonly RecordKey[];
  /** Unguarded identifiers that the side held, so that re-keyed records stay on their side. */
  readonly identifiers: readonly IdentifierKey[];
}

/** Everything that `resolve` may look at. Order of the arrays never matters. */
export interface Evidence {
  readonly records: readonly RecordEvidence[];
  readonly decisions: readonly DecisionEvidence[];
  /** Identifiers that join nobody: blocked by decision or placeholder. */
  readonly blocked: ReadonlySet<IdentifierKey>;
  /**
   * Identifiers known to be generic although this evidence may hold only some of their attachments (a component read
   * from the graph). Identifiers whose attachments are all here are counted by `resolve` itself.
   */
  readonly generic: ReadonlySet<IdentifierKey>;
  /** The same of single tenures, as `unitKey` writes them; none unless told. */
  readonly genericTenures?: ReadonlySet<string>;
}

/** Why an identifier did not join all the groups that it reaches. */
export type ContestReason = 'CAPACITY' | 'NEVER' | 'PERSONS' | 'REALM';

export interface ContestedIdentifier {
  readonly identifier: IdentifierKey;
  readonly tenure: number;
  /** Which rules told its records apart, sorted. */
  readonly reasons: readonly ContestReason[];
}

/** A record that alone exceeds a capacity: it links through none of those types. */
export interface SelfConflict {
  readonly record: RecordKey;
  readonly type: string;
  readonly namespace: string;
}

export interface Resolution {
  /** Groups of record keys, each sorted, ordered by their smallest key. Every record is in exactly one. */
  readonly groups: readonly (readonly RecordKey[])[];
  readonly contested: readonly ContestedIdentifier[];
  readonly selfConflicts: readonly SelfConflict[];
  /** ALWAYS decisions that could not be followed (two sides of a NEVER, or two realms). */
  readonly skippedDecisions: readonly string[];
  /** Which identifiers joined groups, in the order in which `resolve` took them (the cause of a merge). */
  readonly joins: readonly Join[];
}

export interface Join {
  readonly identifier: IdentifierKey | null;
  /** Set when an ALWAYS decision joined. */
  readonly decision: string | null;
  /** Smallest record key of each group before the join. */
  readonly roots: readonly RecordKey[];
}
