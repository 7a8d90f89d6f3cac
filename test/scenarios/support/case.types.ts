import type { ExpectedDecision, ExpectedEvent, ExpectedReview, StewardStep } from './steward.types.js';

/** One scenario as a file tells it: what was there, what happens, what is true afterwards. See ../README.md. */
export interface ScenarioCase {
  /** File name, for messages. */
  readonly file: string;
  /** Numbers of the merge scenarios that the case shows. */
  readonly scenarios: readonly number[];
  readonly title: string;
  /** What the case shows, for a reader who does not program. */
  readonly shows: string;
  /** Where huella answers otherwise than the scenario says, and why. */
  readonly differs?: string;
  /** A case that only one door can run, and why. */
  readonly only?: { readonly door: DoorName; readonly because: string };
  /** A policy file's content; the default policy when absent. */
  readonly policy?: Readonly<Record<string, unknown>>;
  /** Runs the steps of `when` in several orders, each from an empty graph; `then` must be true after each. */
  readonly inAnyOrder?: boolean;
  readonly given?: readonly Step[];
  readonly when: readonly Step[];
  readonly then: Expectation;
}

export type DoorName = 'service' | 'graphql';

export type Step = SentStep | ConcurrentStep | CheckStep;

/** A step that says something to huella. */
export type SentStep = UpsertStep | DeleteStep | (StewardStep & Aftermath);

/** What any step may say about what it did. */
export interface Aftermath {
  /** A name for the step: for the decision that it took, and for what happened. */
  readonly as?: string;
  /** All the events that it made, in their order. */
  readonly events?: readonly ExpectedEvent[];
  /** The step changes nothing in the graph. */
  readonly writesNothing?: true;
  /** Names for customers as they are after the step: name to record. */
  readonly remember?: Readonly<Record<string, string>>;
}

/** What a step may say about its own answer. */
export interface Answered extends Aftermath {
  /** Outcome by record (`crm/1`). Records that are not named may have any outcome but REJECTED. */
  readonly outcomes?: Readonly<Record<string, string>>;
  /** Warnings by record, each `CODE field`; none are expected of records that are not named. */
  readonly warnings?: Readonly<Record<string, readonly string[]>>;
  /** Why a record was rejected, `CODE field`. */
  readonly problems?: Readonly<Record<string, string>>;
}

export interface UpsertStep extends Answered {
  readonly upsert: readonly CaseRecord[];
  readonly realm?: string;
  readonly dryRun?: boolean;
  /** Sends one record after the other, each in a request of its own. */
  readonly oneByOne?: boolean;
}

export interface DeleteStep extends Answered {
  readonly delete: readonly string[];
  readonly sourceVersion?: string;
}

/** Steps that are sent at the same moment; what they say of names, events and the graph belongs to a later step. */
export interface ConcurrentStep {
  readonly concurrently: readonly SentStep[];
  /** How many of the stewards' steps are done; each of the others is refused with `refused`. */
  readonly done?: number;
  readonly refused?: string;
}

/** A look at the graph between two steps. */
export interface CheckStep {
  readonly check: Expectation;
}

/** A source record; `{1..20}` in its name makes twenty of them, and `{n}` elsewhere is the number of each. */
export interface CaseRecord {
  readonly record: string;
  /** `TYPE` or `TYPE@namespace` to a value or a list of values, each perhaps with its time; `{1..20}` inside a value makes twenty. */
  readonly identifiers?: Identifiers;
  readonly removeIdentifiers?: Identifiers;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly sourceVersion?: string;
  readonly capturedAt?: string;
  readonly mode?: 'REPLACE' | 'PATCH';
}

export type Identifiers = Readonly<Record<string, CaseValue | readonly CaseValue[]>>;

/** A value, or one with since when and until when it was the person's. */
export type CaseValue = string | { readonly value: string; readonly since?: string; readonly until?: string };

export interface Expectation {
  /** All customers: each a list of records. Every other record of the case must have no customer. */
  readonly customers?: readonly (readonly string[])[];
  /** Whose id the customer of a record has now: record to remembered name. */
  readonly ids?: Readonly<Record<string, string>>;
  /** Records whose customers have none of the remembered ids: a new id was given. */
  readonly newIds?: readonly string[];
  /** What a remembered id answers: its status and the records by whose customers it is succeeded. */
  readonly answers?: Readonly<Record<string, { readonly status: string; readonly by?: readonly string[] }>>;
  /** The customer of the record is as old as the remembered one was. */
  readonly createdAt?: Readonly<Record<string, string>>;
  /** Customers whose group is (not) held together against some evidence: the flag that stands for a review. */
  readonly constrained?: Readonly<Record<string, boolean>>;
  readonly identifiers?: readonly ExpectedIdentifier[];
  /** What records still say: raw values by type, and attributes. */
  readonly records?: Readonly<Record<string, ExpectedRecord>>;
  readonly whyNot?: readonly ExpectedReason[];
  readonly explain?: readonly ExpectedPath[];
  /** The golden record of a record's customer: some of its values by kind; null says that there is none. */
  readonly profiles?: Readonly<Record<string, Readonly<Record<string, ExpectedGolden | null>>>>;
  /** Number of distinct identifiers and of records, read page by page. */
  readonly sizes?: Readonly<Record<string, { readonly records?: number; readonly identifiers?: number }>>;
  /** All matters that wait for a steward. */
  readonly reviews?: readonly ExpectedReview[];
  /** What became of decisions, by the name of the step that took them. */
  readonly decisions?: Readonly<Record<string, ExpectedDecision>>;
  /** Kinds of the events of a remembered id, the oldest first. */
  readonly history?: Readonly<Record<string, readonly string[]>>;
}

export interface ExpectedIdentifier {
  /** `TYPE value` or `TYPE@namespace value`, as it was sent. */
  readonly identifier: string;
  readonly status?: string;
  /** Which rules told its records apart; an empty list says that it is not contested. */
  readonly contested?: readonly string[];
  /** Why it is blocked from the start. */
  readonly because?: string;
  /** The record whose customer it finds; null when it finds none. */
  readonly finds?: string | null;
}

export interface ExpectedRecord {
  readonly identifiers?: Identifiers;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** A value of a golden record, as far as the case says it. */
export interface ExpectedGolden {
  readonly value?: string;
  /** The record that it comes from. */
  readonly from?: string;
  readonly rule?: string;
  /** What it was chosen over: `value | record | RULE`. */
  readonly not?: readonly string[];
}

export interface ExpectedReason {
  readonly left: string;
  readonly right: string;
  /** All the reasons of the answer, in its order: `EMAIL CONTESTED CAPACITY`. */
  readonly reasons: readonly string[];
}

export interface ExpectedPath {
  readonly left: string;
  readonly right: string;
  /** Records and identifier types in the order of the path, e.g. `crm/1`, `EMAIL`, `shop/1`. */
  readonly path: readonly string[];
}
