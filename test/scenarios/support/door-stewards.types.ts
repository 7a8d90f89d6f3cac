import type { IncomingIdentifier } from '../../../src/ingest/record.types.js';
import type { Ref } from './expand.js';

/** What every act of a steward comes with. */
export interface SentTerms {
  readonly reason: string;
  readonly dryRun: boolean;
  readonly idempotencyKey: string | null;
}

/** The acts in the words of the API: a mutation and its input, beside the terms. */
export interface Inputs {
  readonly mergeCustomers: { readonly into: string; readonly customers: readonly string[] };
  readonly neverLink: { readonly sides: readonly SentSide[] };
  readonly splitCustomer: { readonly customerId: string; readonly records: readonly Ref[] };
  readonly detachIdentifier: { readonly record: Ref; readonly identifier: IncomingIdentifier };
  readonly blockIdentifier: { readonly identifier: IncomingIdentifier };
  readonly unblockIdentifier: { readonly identifier: IncomingIdentifier };
  readonly revokeDecision: { readonly decisionId: string };
  readonly unmerge: { readonly eventId: string };
  readonly decideReviewItem: {
    readonly id: string;
    readonly version: number;
    readonly choice: string;
    readonly identifier?: IncomingIdentifier;
  };
  readonly applyPolicy: { readonly policy: Readonly<Record<string, unknown>> };
}

export interface SentSide {
  readonly customerIds: readonly string[];
  readonly records: readonly Ref[];
  readonly identifiers: readonly IncomingIdentifier[];
}

/** An act that is sent. */
export type SentAct = {
  readonly [Mutation in keyof Inputs]: { readonly mutation: Mutation; readonly input: Inputs[Mutation] };
}[keyof Inputs];

/** What became of an act. */
export interface Ruled {
  /** `CODE field`; null when it was done. */
  readonly refused: string | null;
  readonly decisionId: string | null;
  readonly replayed: boolean;
  readonly changes: readonly SeenChange[];
}

export interface SeenChange {
  readonly kind: string;
  readonly customer: string;
  readonly retired: readonly string[];
}

/** What happened to a customer. */
export interface SeenEvent extends SeenChange {
  readonly id: string;
  readonly identifiers: readonly SeenCause[];
  readonly decisions: readonly string[];
  readonly actor: string | null;
}

/** An identifier, with every spelling in which it was sent; [] where the door masks it. */
export interface SeenCause {
  readonly type: string;
  readonly values: readonly string[];
}

/** An open matter, with what it is about. */
export interface SeenReview {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly reasons: readonly string[];
  readonly identifier: SeenCause | null;
  readonly record: Ref | null;
  readonly decisionId: string | null;
  readonly customers: readonly string[];
}

export interface SeenDecision {
  readonly kind: string;
  readonly status: string;
  readonly actor: string;
  readonly reason: string;
}

/** What stewards do and see, through either door. */
export interface StewardDoor {
  act(act: SentAct, terms: SentTerms): Promise<Ruled>;
  /** Every event so far, in order. */
  events(): Promise<readonly SeenEvent[]>;
  /** Open items. */
  reviews(): Promise<readonly SeenReview[]>;
  decision(id: string): Promise<SeenDecision | null>;
  /** Kinds of the events of an id, oldest first. */
  history(id: string): Promise<readonly string[]>;
}
