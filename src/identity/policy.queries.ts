import { cypher } from '../graph/statement.js';
import type { CounterRow } from './identity.queries.js';
import type { PolicyStatus, Tally } from './rollout/rollout.types.js';

const read = { access: 'read' } as const;
const write = { access: 'write' } as const;

/** A policy as the graph remembers it. */
export interface PolicyRow {
  number: number;
  version: string;
  fingerprint: string;
  /** The policy itself, as JSON. */
  body: string;
  status: PolicyStatus;
  /** Who put it in force, and why; null for the one that the graph was started with. */
  actor: string | null;
  reason: string | null;
  /** The last customer that its walk came to; null when no walk is under way. */
  cursor: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  looked: number;
  merged: number;
  split: number;
  contested: number;
  setAside: number;
}

export const readPolicyInForce = cypher<Record<string, never>, PolicyRow & { keyRules: string }>(
  'identity/read-policy-in-force',
  read,
);
export const listPolicies = cypher<{ before: number; limit: number }, PolicyRow>('identity/list-policies', read);
export const findPolicyRequest = cypher<{ requestId: string }, PolicyRow & { payloadHash: string }>(
  'identity/find-policy-request',
  read,
);
export const findPolicyVersion = cypher<{ version: string }, { fingerprint: string }>(
  'identity/find-policy-version',
  read,
);
export const countCustomers = cypher<{ after: string }, { customers: number }>('identity/count-customers', read);

export const checkPolicy = cypher<Record<string, never>, CounterRow>('identity/check-policy', write);
export const lockPolicy = cypher<{ number: number }, PolicyRow>('identity/lock-policy', write);
export const createFirstPolicy = cypher<{ properties: object; at: number }, never>(
  'identity/create-first-policy',
  write,
);
export const beginPolicy = cypher<
  { after: number; fingerprint: string; properties: object; at: number },
  { number: number }
>('identity/begin-policy', write);
export const advancePolicy = cypher<{ number: number; cursor: string; tally: Tally }, never>(
  'identity/advance-policy',
  write,
);
export const finishPolicy = cypher<{ number: number; at: number }, never>('identity/finish-policy', write);
