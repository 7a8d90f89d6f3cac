/** Who turned to whom. */
export type Direction = 'FROM_CUSTOMER' | 'TO_CUSTOMER';

/** Whom an interaction hangs on: a source record or an identifier, as `subject.ts` writes them. */
export type SubjectKey = string & { readonly __brand: 'SubjectKey' };

/** One line of an interaction about a thing: a product, an article, a policy. */
export interface InteractionItem {
  readonly id: string;
  /** Above 0; 1 unless told. */
  readonly quantity: number;
  /** Of one; in `currency`. */
  readonly price: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly category: string | null;
}

/** Something that happened between a customer and a brand. Never changes once it is recorded. */
export interface Interaction {
  /** `source|interactionId`. */
  readonly id: string;
  readonly source: string;
  readonly interactionId: string;
  readonly subjectKey: SubjectKey;
  /** Known by convention: PURCHASE, VISIT, CALL, … */
  readonly type: string;
  readonly direction: Direction;
  readonly channel: string;
  readonly brandId: string | null;
  readonly campaign: string | null;
  readonly referrer: string | null;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** Scalars and lists by dotted path below `behavioural`, `personal` or `situational`. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly items: readonly InteractionItem[];
}

/** A place in a timeline: times may be equal, ids are not. */
export interface Place {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly id: string;
}

/** A fault of one field of one interaction; the message never repeats a value. */
export interface InteractionProblem {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

/** What became of one interaction of a request. */
export interface InteractionResult {
  readonly source: string;
  readonly interactionId: string;
  readonly outcome: 'CREATED' | 'UNCHANGED' | 'REJECTED';
  /** Parts that were left out. */
  readonly warnings: readonly InteractionProblem[];
  /** Why it was rejected. */
  readonly problem: InteractionProblem | null;
}

/** An interaction as a caller sends it, over any of the doors; nothing about it has been checked. */
export type InteractionRow = Readonly<Record<string, unknown>>;
