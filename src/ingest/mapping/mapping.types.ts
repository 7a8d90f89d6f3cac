/** A source mapping: how the rows of one source become source records. Written in YAML; see docs/mappings.md. */

/** Turns a text into another: a table of the mapping, or one of the built-in conversions. */
export type Conversion = string;

/** All of a rule's conditions must hold. Exactly one test per condition. */
export interface Condition {
  readonly column: string;
  readonly is?: readonly string[];
  readonly isNot?: readonly string[];
  readonly present?: boolean;
  /** Matched without regard to case, anywhere in the value. */
  readonly matches?: RegExp;
}

/** Where the value of an attribute comes from and how it is read. */
export interface FieldRule {
  /** Columns in order of preference; empty when `constant` is set. */
  readonly from: readonly string[];
  readonly constant?: string;
  /** Joins all columns of `from` that hold something, instead of taking the first. */
  readonly join?: string;
  readonly as?: Conversion;
  /** Date formats, tried in order; the value becomes `YYYY-MM-DD`. */
  readonly date?: readonly string[];
  readonly when: readonly Condition[];
}

/** A moment: `iso` (RFC 3339), `epoch-seconds`, `epoch-millis`, `number` (a whole number, as it is) or date formats. */
export interface InstantRule {
  readonly from: readonly string[];
  readonly format: readonly string[];
  /** Offset of formats that have none, e.g. `-06:00`; UTC unless told. */
  readonly offset: string;
}

export interface IdentifierRule {
  readonly type: string;
  readonly from: readonly string[];
  readonly join?: string;
  readonly as?: Conversion;
  /** Constant, or a template such as `US-DL-{STATE}` or `{COUNTRY|country}`. */
  readonly namespace?: string;
  readonly since?: InstantRule;
  readonly until?: InstantRule;
  readonly when: readonly Condition[];
}

/** An attribute, or a group of them (an address) that is read from one part of the row. */
export type AttributeRule = FieldRule | { readonly group: Readonly<Record<string, FieldRule>> };

/** How the truth file of a labelled data set is laid out; `huella eval` reads it. */
export type TruthRule =
  | { readonly kind: 'clusters'; readonly source?: string; readonly recordId: string; readonly cluster: string }
  | {
      readonly kind: 'pairs';
      readonly leftSource?: string;
      readonly left: string;
      readonly rightSource?: string;
      readonly right: string;
    };

export interface Mapping {
  readonly format: 'csv' | 'jsonl';
  /** Label of the WHATWG Encoding Standard. */
  readonly encoding: string;
  readonly delimiter: string;
  readonly source: FieldRule;
  readonly recordId: FieldRule;
  /** ISO 3166-1 alpha-2 code that national phones and ids are read with when the record's address has none. */
  readonly country?: string;
  readonly sourceVersion?: InstantRule;
  readonly capturedAt?: InstantRule;
  /** Columns that hold arrays of objects; each element is a part of the row. */
  readonly lists: readonly string[];
  /** Values that mean nothing, lower case. The empty text always does. */
  readonly empty: ReadonlySet<string>;
  /** First year of the hundred that two-digit years fall into. */
  readonly twoDigitYearsFrom: number;
  /** Lookup tables by name; keys in lower case. */
  readonly tables: Readonly<Record<string, ReadonlyMap<string, string>>>;
  readonly identifiers: readonly IdentifierRule[];
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** A row that any of these holds for is not a record. */
  readonly skip: readonly Condition[];
  readonly truth?: TruthRule;
}
