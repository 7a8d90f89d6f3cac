import type { IncomingIdentifier, IncomingRecord } from '../../../src/ingest/record.types.js';
import type { DoorName, ExpectedGolden } from './case.types.js';
import type { StewardDoor } from './door-stewards.types.js';
import type { Ref } from './expand.js';

/** What became of one record of a request. */
export interface Told {
  /** `crm/17`. */
  readonly record: string;
  readonly outcome: string;
  readonly customerId: string | null;
  /** `CODE field`. */
  readonly warnings: readonly string[];
  readonly problem: string | null;
}

export interface SeenCustomer {
  readonly id: string;
  readonly createdAt: string;
  readonly size: number;
  readonly constrained: boolean;
  /** Sorted. */
  readonly records: readonly string[];
}

/** What an id ever issued answers. */
export interface SeenIdentity {
  readonly status: string;
  /** Live customers that succeed it; itself when it is live. */
  readonly by: readonly string[];
}

export interface SeenIdentifier {
  readonly status: string;
  readonly contested: readonly string[];
  /** Why it is blocked from the start, if it is; undefined where the door does not say. */
  readonly because?: string | null;
}

export interface SeenRecord {
  readonly identifiers: readonly IncomingIdentifier[];
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Values of a golden record by kind, with where they come from and what they were chosen over. */
export type SeenProfile = Readonly<Record<string, Required<ExpectedGolden>>>;

/** How a case reaches huella. */
export interface Manner {
  readonly realm?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** Sent beside others: gets a transaction of its own where the door can say so. */
  readonly beside?: boolean;
}

/** A way into the service, with the same questions and answers whichever it is. */
export interface Door {
  readonly name: DoorName;
  /** Whether it shows the values of identifiers as they were sent, or masks them. */
  readonly showsValues: boolean;
  readonly stewards: StewardDoor;
  upsert(records: readonly IncomingRecord[], manner: Manner): Promise<readonly Told[]>;
  delete(refs: readonly (Ref & { sourceVersion?: string })[], manner: Manner): Promise<readonly Told[]>;
  /** Null when the record has no customer: unknown, rejected or deleted. */
  customerIdOf(ref: Ref): Promise<string | null>;
  /** The same with all its records. */
  customerOf(ref: Ref): Promise<SeenCustomer | null>;
  identity(id: string): Promise<SeenIdentity>;
  /** Null when nobody ever had the identifier. */
  identifier(identifier: IncomingIdentifier): Promise<SeenIdentifier | null>;
  /** The customers that an identifier finds by itself. */
  found(identifier: IncomingIdentifier): Promise<string | null>;
  record(ref: Ref): Promise<SeenRecord | null>;
  /** The golden record of the record's customer, by kind of value. */
  profile(ref: Ref): Promise<SeenProfile | null>;
  /** Number of distinct identifiers of the record's customer, counted page by page. */
  countIdentifiers(ref: Ref): Promise<number>;
  whyNot(left: Ref, right: Ref): Promise<readonly string[]>;
  /** Records and identifier types along the path that joins the two. */
  explain(left: Ref, right: Ref): Promise<readonly string[]>;
}
