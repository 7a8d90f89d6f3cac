import { cypher } from '../../graph/statement.js';
import type { CustomerId, IdentifierKey } from '../../kernel/ids.js';
import type { EventKind } from '../events/event.types.js';
import type { DecisionRow } from './decision-rows.js';
import type { DecisionStatus } from './decision.types.js';

const read = { access: 'read' } as const;
const write = { access: 'write' } as const;

/** How a customer id stands. */
export interface StandingRow {
  id: CustomerId;
  status: 'LIVE' | 'MERGED' | 'EMPTIED';
  /** Whom a former id answers. */
  into: CustomerId[];
}
export const customersStanding = cypher<{ ids: readonly string[] }, StandingRow>('decisions/customers-standing', read);

/** A decision, whether it holds or not. */
export interface DecisionStoryRow extends Omit<DecisionRow, 'identifiers'> {
  status: DecisionStatus;
  endedAt: number | null;
  endedBy: string | null;
  identifiers: { side: number; key: IdentifierKey; type: string; namespace: string; display: string }[];
}
export const readDecisions = cypher<{ ids: readonly string[] }, DecisionStoryRow>('decisions/read-decisions', read);
export const lockDecisions = cypher<{ ids: readonly string[] }, { id: string; status: DecisionStatus }>(
  'identity/lock-decisions',
  write,
);
export const decisionsOfIdentifier = cypher<
  { key: IdentifierKey; by: string | null },
  { reason: string | null; blocks: string[]; cuts: number[]; ended: string[] }
>('decisions/decisions-of-identifier', read);
export const eventsOfDecision = cypher<
  { id: string; ended: boolean },
  { id: string; kind: EventKind; customer: CustomerId; retired: CustomerId[] }
>('decisions/events-of-decision', read);
export const expiredDecisions = cypher<{ at: number; limit: number }, { id: string }>(
  'decisions/expired-decisions',
  read,
);
export const listDecisions = cypher<{ status: DecisionStatus; after: string; limit: number }, { id: string }>(
  'decisions/list-decisions',
  read,
);
