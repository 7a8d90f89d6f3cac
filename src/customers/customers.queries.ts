import { cypher } from '../graph/statement.js';
import type { IdentifierStatus } from '../identity/engine/engine.types.js';
import type { AttachmentStatus } from '../identity/records/record.types.js';
import type { ContestReason } from '../identity/resolution/evidence.types.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../kernel/ids.js';

const read = { access: 'read' } as const;

/** The sources of which records are seen; null: all of them. */
export type Seen = readonly string[] | null;

/** A customer node. */
export interface CustomerRow {
  id: CustomerId;
  createdAt: Date;
  size: number;
  constrained: boolean;
  displayName: string;
}

export interface FoundRow {
  status: 'LIVE' | 'MERGED' | 'EMPTIED';
  own: CustomerRow;
  /** The live customers that a former id points at. */
  successors: CustomerRow[];
}
export const findById = cypher<{ id: string }, FoundRow>('customers/find-by-id', read);
export const findByRecord = cypher<{ key: RecordKey; seen: Seen }, { customer: CustomerRow }>(
  'customers/find-by-record',
  read,
);
export const loadCustomers = cypher<{ ids: readonly string[] }, { customer: CustomerRow }>(
  'customers/load-customers',
  read,
);
export const listCustomers = cypher<{ after: string; limit: number; seen: Seen }, { customer: CustomerRow }>(
  'customers/list-customers',
  read,
);

/** How an identifier stands, with the customers that hold it. */
export interface HeldRow {
  key: IdentifierKey;
  status: IdentifierStatus;
  contested: boolean;
  contestReasons: ContestReason[];
  /** Why it is blocked, when it is. */
  reason: string | null;
  holders: CustomerRow[];
}
export const holdersOfIdentifiers = cypher<{ keys: readonly IdentifierKey[]; limit: number; seen: Seen }, HeldRow>(
  'customers/holders-of-identifiers',
  read,
);

export interface IdentifierRow {
  type: string;
  namespace: string;
  display: string;
  status: IdentifierStatus;
  contested: boolean;
  contestReasons: ContestReason[];
}

/** A record with what it holds. Times of the record in epoch milliseconds. */
export interface SourceRecordRow {
  customerId: CustomerId;
  properties: Record<string, unknown>;
  capturedAt: number | null;
  receivedAt: number;
  identifiers: (IdentifierRow & {
    held: AttachmentStatus;
    capturedAt: Date | null;
    since: Date | null;
    until: Date | null;
  })[];
}
export const findRecord = cypher<{ key: RecordKey; seen: Seen }, SourceRecordRow>('customers/find-record', read);
export const pageRecords = cypher<
  { rows: readonly { index: number; id: string; after: string; seen: Seen }[]; limit: number },
  SourceRecordRow & { index: number }
>('customers/page-records', read);

export type CustomerIdentifierRow = IdentifierRow & { customerId: CustomerId; node: string; records: number };
export const pageIdentifiers = cypher<
  { rows: readonly { index: number; id: string; afterType: string; afterNode: string; seen: Seen }[]; limit: number },
  CustomerIdentifierRow & { index: number }
>('customers/page-identifiers', read);

/** A customer with its records and the customers that contest an identifier with it. */
export interface DrawingRow {
  customer: CustomerRow;
  records: {
    source: string;
    recordId: string;
    identifiers: (IdentifierRow & { node: string; held: AttachmentStatus; capturedAt: number | null })[];
  }[];
  /** `node` is the contested identifier's. */
  neighbours: { node: string; customer: CustomerRow }[];
}
export const drawIdentity = cypher<{ id: string; limit: number; seen: Seen }, DrawingRow>(
  'customers/draw-identity',
  read,
);

/** What somebody who sees some sources only sees of a customer. */
export interface ViewRow {
  id: CustomerId;
  createdAt: Date;
  size: number;
  /** Its first records, with what could name the customer. */
  naming: NamingRow[];
}
export interface NamingRow {
  key: RecordKey;
  recordId: string;
  givenName: string | null;
  familyName: string | null;
  fullName: string | null;
  name: string | null;
  organizationName: string | null;
  displays: string[];
}
export const viewCustomers = cypher<{ ids: readonly string[]; sources: readonly string[]; named: number }, ViewRow>(
  'customers/view-customers',
  read,
);

/** Records of a customer that come from one source. Times in epoch milliseconds. */
export interface PresenceRow {
  index: number;
  customerId: CustomerId;
  source: string;
  records: number;
  firstAt: number;
  lastAt: number;
}
export const presenceOf = cypher<{ rows: readonly { index: number; id: string; seen: Seen }[] }, PresenceRow>(
  'customers/presence-of',
  read,
);
