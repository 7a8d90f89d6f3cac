/**
 * What a steward does, as a case tells it. A customer is a remembered name (`ANA`), a record that it holds now (`crm/1`),
 * or any other text, which is an id that was never issued.
 */
export type StewardAct =
  | { readonly mergeCustomers: { readonly into: string; readonly customers: readonly string[] } }
  | { readonly neverLink: readonly CaseSide[] }
  | { readonly splitCustomer: { readonly customer: string; readonly records: readonly string[] } }
  | { readonly detachIdentifier: { readonly record: string; readonly identifier: string } }
  | { readonly blockIdentifier: string }
  | { readonly unblockIdentifier: string }
  /** The name of a step (`as`) that took the decision. */
  | { readonly revokeDecision: string }
  /** The name of a step (`as`): what happened then is taken back. */
  | { readonly unmerge: string }
  | { readonly decideReviewItem: CaseChoice }
  /** The content of a policy file; the step ends when every customer follows it. */
  | { readonly applyPolicy: Readonly<Record<string, unknown>> };

export interface CaseSide {
  readonly customers?: readonly string[];
  readonly records?: readonly string[];
  readonly identifiers?: readonly string[];
}

export interface CaseChoice extends ExpectedReview {
  readonly choice: string;
  /** With DETACH. */
  readonly identifier?: string;
  /** Names the version before the last one. */
  readonly outdated?: true;
}

/** What a steward step may say beside the act. */
export interface StewardManner {
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string;
  /** `CODE field` of the refusal. What is refused writes nothing, and what is not expected to be is a failure. */
  readonly refused?: string;
  /** The answer is that of an earlier step with the same key. */
  readonly replayed?: true;
  /** What the answer says of customers; also of a dry run. */
  readonly changes?: readonly ExpectedEvent[];
}

export type StewardStep = StewardAct & StewardManner;

/** What happened to a customer; only what is said is compared. */
export interface ExpectedEvent {
  readonly event: string;
  /** A remembered name, or a record of it after the step. */
  readonly customer: string;
  /** Remembered names of the ids that ended in it. */
  readonly retired?: readonly string[];
  /** Its causes in their order: `EMAIL ana@correo.mx`. */
  readonly identifiers?: readonly string[];
  /** Its causes: names of steps (`as`) that took these decisions. */
  readonly decisions?: readonly string[];
  /** Null when sources spoke. */
  readonly actor?: string | null;
}

/** A matter for stewards. */
export interface ExpectedReview {
  readonly kind: string;
  /** An identifier (`EMAIL ana@correo.mx`), a record, the name of a step that took a decision, or a remembered customer. */
  readonly about: string;
  readonly reasons?: readonly string[];
}

export interface ExpectedDecision {
  readonly status: string;
  readonly kind?: string;
  readonly actor?: string;
  readonly reason?: string;
}
