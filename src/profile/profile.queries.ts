import { cypher } from '../graph/statement.js';
import type { MemberIdentifier } from './golden/member.types.js';

/** A record of one of the customers that were asked for. Times in epoch milliseconds. */
export interface MemberRow {
  /** Of the customer's row. */
  index: number;
  properties: Record<string, unknown>;
  capturedAt: number | null;
  receivedAt: number;
  identifiers: MemberIdentifier[];
}

export interface MembersParams {
  rows: readonly { index: number; id: string; seen: readonly string[] | null }[];
  /** Records of one customer. */
  limit: number;
  trust: Readonly<Record<string, number>>;
  defaultTrust: number;
  types: readonly string[];
}
export const recordsOfCustomers = cypher<MembersParams, MemberRow>('profile/records-of-customers', { access: 'read' });
