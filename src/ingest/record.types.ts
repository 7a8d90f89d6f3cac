/** One source record as a caller sends it, over any of the doors (design: NDJSON, GraphQL, a mapped row). */

export interface IncomingIdentifier {
  readonly type: string;
  readonly value: string;
  readonly namespace?: string;
  /** RFC 3339. */
  readonly since?: string;
  /** RFC 3339. */
  readonly until?: string;
}

export interface IncomingRecord {
  readonly source: string;
  readonly recordId: string;
  /** A whole number or an RFC 3339 instant. */
  readonly sourceVersion?: string;
  /** RFC 3339. */
  readonly capturedAt?: string;
  readonly identifiers: readonly IncomingIdentifier[];
  readonly removeIdentifiers?: readonly IncomingIdentifier[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly mode?: 'REPLACE' | 'PATCH';
  /** Country that the mapping declares for the source (ISO 3166-1 alpha-2); not a part of the API's shape. */
  readonly sourceCountry?: string;
}

/** Something wrong with one field of one row. The message never repeats a value. */
export interface RowProblem {
  readonly code: string;
  /** Path inside the record, e.g. `attributes.birthDate`. */
  readonly field: string;
  readonly message: string;
}

/** What a row became. `reject`: no record can be made of it. `skip`: the mapping says that it is not one. */
export type RowOutcome =
  | { readonly kind: 'record'; readonly record: IncomingRecord; readonly warnings: readonly RowProblem[] }
  | { readonly kind: 'reject'; readonly problem: RowProblem }
  | { readonly kind: 'skip' };
