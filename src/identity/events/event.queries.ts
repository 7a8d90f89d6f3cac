import { cypher } from '../../graph/statement.js';
import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import type { DecisionKind, DecisionStatus } from '../decisions/decision.types.js';
import type { EventKind } from './event.types.js';

const read = { access: 'read' } as const;

/** An event, and what may have to be undone with it. */
export interface EventRow {
  id: string;
  seq: number;
  tx: number;
  kind: EventKind;
  customer: CustomerId;
  retired: CustomerId[];
  decisions: { id: string; kind: DecisionKind; status: DecisionStatus; endedBy: string | null }[];
  /** How many identifiers caused it. */
  identifiers: number;
}
export const readEvent = cypher<{ id: string }, EventRow>('events/read-event', read);
export const laterEvents = cypher<{ customers: readonly CustomerId[]; seq: number; limit: number }, { id: string }>(
  'events/later-events',
  read,
);

/** What a transaction did to one customer. */
export interface ChangeRow {
  tx: number;
  at: Date;
  customer: CustomerId;
  /** The transaction made it. */
  isNew: boolean;
  /** The transaction ended it in another customer. */
  isRetired: boolean;
  came: RecordKey[];
  went: RecordKey[];
  /** At most one. */
  events: {
    id: string;
    kind: EventKind;
    actor: string | null;
    policy: string;
    retired: CustomerId[];
    decisions: string[];
  }[];
}
export const readChanges = cypher<{ tx: number; until: number; after: string; limit: number }, ChangeRow>(
  'events/read-changes',
  read,
);
export const lastTransaction = cypher<Record<string, never>, { tx: number }>('events/last-transaction', read);

/** An event as people read it. */
export interface HistoryRow {
  id: string;
  seq: number;
  kind: EventKind;
  at: Date;
  tx: number;
  actor: string | null;
  policy: string;
  customer: CustomerId;
  retired: CustomerId[];
  identifiers: { type: string; namespace: string; display: string }[];
  decisions: string[];
}
export const historyOfCustomer = cypher<{ id: string; before: number; limit: number }, HistoryRow>(
  'events/history-of-customer',
  read,
);
export const customerAsOf = cypher<{ id: string; at: number }, { customer: CustomerId; records: RecordKey[] }>(
  'events/customer-as-of',
  read,
);
