import type { CustomerId } from '../../kernel/ids.js';

/** What is counted and held: everything of a source (`job` null), or what one job of it brings. */
export interface Lane {
  readonly source: string;
  readonly job: string | null;
}

/** MERGES: too many customers ended in others. GROWTH: one customer grew too fast. STEWARD: held by hand. */
export type HoldCause = 'MERGES' | 'GROWTH' | 'STEWARD';

/**
 * OPEN: what the lane adds is stopped. RELEASING, REJECTING: a steward decided, and the worker carries it out. RELEASED,
 * REJECTED: it is carried out.
 */
export type HoldStatus = 'OPEN' | 'RELEASING' | 'REJECTING' | 'RELEASED' | 'REJECTED';

/** What a lane said within a window. */
export interface Count {
  /** Records that were new or said something else than before. */
  readonly records: number;
  /** Customers that ended in another one. */
  readonly merges: number;
}

/** The customer that grew most. */
export interface Growth {
  readonly customer: CustomerId;
  /** Records that it won. */
  readonly gained: number;
}

/** A lane that is being held, with what happened. */
export interface NewHold extends Lane, Count {
  readonly id: string;
  readonly cause: HoldCause;
  readonly windowMinutes: number;
  readonly largest: Growth | null;
}

/** What is in force about lanes, as a process knows it. */
export interface HoldsInForce {
  /** Of the last change; null before the first. Compared with the counter's. */
  readonly version: string | null;
  readonly open: readonly (Lane & { readonly id: string })[];
  /** Lanes that a steward released: not counted until then, in epoch milliseconds. */
  readonly passes: readonly (Lane & { readonly until: number })[];
}

/** One step of a lane's window as it is kept: what it said in a sixth of it, or by how much it let one customer grow. */
export interface Flow extends Count {
  readonly key: string;
  readonly gained: number;
}

/** What a transaction adds to a flow. */
export interface FlowRow extends Flow {
  readonly source: string;
  /** Beginning of the step, in epoch milliseconds. */
  readonly from: number;
}

/** What a transaction counts, to be added under the counter's lock. */
export interface Tally {
  readonly rows: readonly FlowRow[];
  /** Whether a lane would have been held, had the flows been these: other writers counted meanwhile. */
  exceeds(now: readonly Flow[]): boolean;
}
