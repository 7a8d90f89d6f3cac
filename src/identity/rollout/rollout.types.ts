import type { CustomerId } from '../../kernel/ids.js';

/** APPLYING: in force, and customers are still being brought along. ACTIVE: in force. RETIRED: no more. */
export type PolicyStatus = 'APPLYING' | 'ACTIVE' | 'RETIRED';

/** What a policy does to customers, in numbers. */
export interface Tally {
  /** Customers looked at. */
  readonly looked: number;
  /** Those whose records share a customer with records of another one. */
  readonly merged: number;
  /** Those whose records are in several customers. */
  readonly split: number;
  /** Identifiers that are contested and were not. */
  readonly contested: number;
  /** Customers in components above `componentMax`, which are left as they stand. */
  readonly setAside: number;
}

export const NOTHING: Tally = { looked: 0, merged: 0, split: 0, contested: 0, setAside: 0 };

/** The sum of both. */
export function sum(a: Tally, b: Tally): Tally {
  return {
    looked: a.looked + b.looked,
    merged: a.merged + b.merged,
    split: a.split + b.split,
    contested: a.contested + b.contested,
    setAside: a.setAside + b.setAside,
  };
}

/** What becomes of one customer under another policy. */
export interface Fate {
  readonly customer: CustomerId;
  /** How many records each of the customers has that hold its records then, the largest first. */
  readonly parts: readonly number[];
  /** Customers that it shares one of them with, sorted. */
  readonly others: readonly CustomerId[];
  /** Identifiers that become contested, counted with one of the customers that hold them. */
  readonly contested: number;
}
