import { cypher } from '../graph/statement.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../kernel/ids.js';
import type { Flow, FlowRow } from './breaker/breaker.types.js';
import type {
  CustomerState,
  HeldTimes,
  IdentifierLock,
  IdentifierStatus,
  StoredIdentifier,
} from './engine/engine.types.js';
import type { DecisionKind } from './decisions/decision.types.js';
import type { DecisionRow } from './decisions/decision-rows.js';
import type { CompactRow, RecordRow } from './record-rows.js';

const read = { access: 'read' } as const;
const write = { access: 'write' } as const;
type Keys<Key> = { keys: readonly Key[] };
type Rows<Row> = { rows: readonly Row[] };

export const lockRecords = cypher<Keys<RecordKey>, RecordRow>('identity/lock-records', write);
export const lockIdentifiers = cypher<{ identifiers: readonly IdentifierLock[] }, StoredIdentifier>(
  'identity/lock-identifiers',
  write,
);
export const lockCustomers = cypher<{ ids: readonly CustomerId[] }, CustomerState>('identity/lock-customers', write);
export const reachByRecords = cypher<Keys<RecordKey>, { key: RecordKey; customerId: CustomerId }>(
  'identity/reach-by-records',
  read,
);
export const reachByIdentifiers = cypher<Keys<IdentifierKey>, { key: IdentifierKey; customerId: CustomerId }>(
  'identity/reach-by-identifiers',
  read,
);
export const surroundings = cypher<{ customers: readonly CustomerId[] }, CompactRow>('identity/surroundings', read);
export const holders = cypher<Keys<IdentifierKey>, { customerId: CustomerId }>('identity/holders', read);

export const owners = cypher<Keys<RecordKey>, { customerId: CustomerId }>('identity/owners', read);
export const decisionsOn = cypher<
  { records: readonly RecordKey[]; identifiers: readonly IdentifierKey[]; kinds: readonly DecisionKind[] },
  DecisionRow
>('identity/decisions-on', read);
export const createDecisions = cypher<Rows<object>, never>('identity/create-decisions', write);
export const nameRecords = cypher<Rows<{ decision: string; side: number; key: RecordKey }>, never>(
  'identity/name-records',
  write,
);
export const nameIdentifiers = cypher<Rows<{ decision: string; side: number; key: IdentifierKey }>, never>(
  'identity/name-identifiers',
  write,
);
export const unnameRecords = cypher<Rows<{ decision: string; record: RecordKey }>, never>(
  'identity/unname-records',
  write,
);

/** A former id with its records when it was retired, and who holds them now. */
export interface FormerRow {
  mergedInto: CustomerId;
  mergedTx: number;
  id: CustomerId;
  createdAt: number;
  known: boolean;
  records: { record: RecordKey; holder: CustomerId | null }[];
}
export const formerIds = cypher<{ ids: readonly CustomerId[] }, FormerRow>('identity/former-ids', read);
export const formersOfRecords = cypher<Keys<RecordKey>, FormerRow>('identity/formers-of-records', read);
export const recordsBefore = cypher<Rows<{ id: CustomerId; tx: number }>, { id: CustomerId; records: RecordKey[] }>(
  'identity/records-before',
  read,
);
export const emptiedBy = cypher<
  Keys<RecordKey>,
  { id: CustomerId; createdAt: number; known: boolean; records: RecordKey[] }
>('identity/emptied-by', read);

export const createIdentifiers = cypher<Rows<object>, never>('identity/create-identifiers', write);
export const setIdentifierStatus = cypher<
  Rows<{ key: IdentifierKey; status: IdentifierStatus; divided: boolean | null }>,
  never
>('identity/set-identifier-status', write);
export const setIdentifierCuts = cypher<Rows<{ key: IdentifierKey; cuts: readonly number[] }>, never>(
  'identity/set-identifier-cuts',
  write,
);
export const setContested = cypher<
  Rows<{ key: IdentifierKey; contested: boolean; reasons: readonly string[] | null }>,
  never
>('identity/set-contested', write);
export const setConflicts = cypher<Rows<{ record: RecordKey; types: readonly string[] | null }>, never>(
  'identity/set-conflicts',
  write,
);
export const skipDecisions = cypher<Rows<{ decision: string; open: boolean }>, never>('identity/skip-decisions', write);
export const createRecords = cypher<Rows<object>, never>('identity/create-records', write);
export const replaceRecords = cypher<Rows<object>, never>('identity/replace-records', write);
export const attachIdentifiers = cypher<Rows<object>, never>('identity/attach-identifiers', write);
export const withholdIdentifiers = cypher<Rows<object>, never>('identity/withhold-identifiers', write);
export const detachIdentifiers = cypher<Rows<{ record: RecordKey; identifier: IdentifierKey }>, never>(
  'identity/detach-identifiers',
  write,
);

type Timed<Row> = { rows: readonly Row[]; at: number };
export const endDecisions = cypher<Timed<{ id: string; status: string; by: string | null }>, never>(
  'identity/end-decisions',
  write,
);
export const createEvents = cypher<Timed<object>, never>('identity/create-events', write);
export const openReviews = cypher<Timed<object>, never>('identity/open-reviews', write);
export const closeReviews = cypher<Timed<object>, never>('identity/close-reviews', write);
/** What the counter says, and how the flows stood before. */
export interface CounterRow {
  policy: number | null;
  holds: string | null;
  before: Flow[];
}
export const takeNumber = cypher<{ flows: readonly FlowRow[] }, CounterRow & { tx: number }>(
  'identity/take-number',
  write,
);
export const createCustomers = cypher<Rows<object>, never>('identity/create-customers', write);
export const updateCustomers = cypher<Rows<object>, never>('identity/update-customers', write);
export const absorbCustomers = cypher<Timed<{ from: CustomerId; into: CustomerId }>, never>(
  'identity/absorb-customers',
  write,
);
export const endMemberships = cypher<Timed<{ record: RecordKey }>, never>('identity/end-memberships', write);
export const startMemberships = cypher<Timed<{ record: RecordKey; to: CustomerId }>, never>(
  'identity/start-memberships',
  write,
);
export const retireCustomers = cypher<Timed<{ id: CustomerId; status: string }>, never>(
  'identity/retire-customers',
  write,
);
export const redirectCustomers = cypher<
  { rows: readonly { readonly id: CustomerId; readonly into: readonly CustomerId[] }[] },
  never
>('identity/redirect-customers', write);
export const pointCustomers = cypher<Timed<{ id: CustomerId; into: CustomerId }>, never>(
  'identity/point-customers',
  write,
);
export const flattenRedirects = cypher<Timed<{ id: CustomerId; into: CustomerId }>, never>(
  'identity/flatten-redirects',
  write,
);
export const reviveCustomers = cypher<{ ids: readonly CustomerId[] }, never>('identity/revive-customers', write);

export const claimSettings = cypher<Rows<{ id: string; value: string }>, { id: string; value: string }>(
  'identity/claim-settings',
  write,
);
export const readSettings = cypher<Record<string, never>, { id: string; value: string }>('identity/read-settings', {
  ...read,
  scansLabel: true,
});
export const replayedRequests = cypher<
  { keys: readonly string[] },
  { key: string; payloadHash: string; outcomes: string }
>('identity/replayed-requests', read);
export const rememberRequests = cypher<Rows<{ key: string; payloadHash: string; outcomes: string; at: number }>, never>(
  'identity/remember-requests',
  write,
);

export const pageCustomers = cypher<{ after: string; limit: number }, { id: CustomerId }>(
  'identity/page-customers',
  read,
);
export const sampleCustomers = cypher<{ limit: number }, { id: CustomerId }>('identity/sample-customers', {
  ...read,
  scansLabel: true,
});
export const readCustomers = cypher<{ ids: readonly CustomerId[] }, CustomerState>('identity/read-customers', read);
export const misplacedRecords = cypher<{ limit: number }, { key: RecordKey; customers: number }>(
  'identity/misplaced-records',
  { ...read, scansLabel: true },
);
export const heldTimes = cypher<Keys<IdentifierKey>, HeldTimes & { key: IdentifierKey }>('identity/held-times', read);
export const countAttachments = cypher<Keys<IdentifierKey>, { key: IdentifierKey; attachments: number }>(
  'identity/count-attachments',
  read,
);
