/** Types and values of one identifier, before and after normalisation. Pure data. */

/** What a caller sends. */
export interface RawIdentifier {
  /** A type that the policy knows: EMAIL, PHONE, … (upper case). */
  readonly type: string;
  readonly value: string;
  /** Issuer, country scheme, social network, app, cookie domain; empty where the type has none. */
  readonly namespace?: string | null;
}

/** What a value is worth as evidence. A placeholder (`null@…`, all zeros) is blocked from the start and joins nobody. */
export type IdentifierQuality = 'ok' | 'role' | 'placeholder';

/**
 * What a person should know about a value that was understood.
 * - `unchecked`: a national id of a scheme without a check digit that huella could verify
 * - `handle`: a changeable, recyclable social name instead of a stable id
 * - `extension`: a telephone extension is part of the identifier
 * - `repaired`: something that writing or a spreadsheet took away was put back (a leading zero, a trunk or area prefix)
 */
export type IdentifierNote = 'unchecked' | 'handle' | 'extension' | 'repaired';

/** A value that was understood. */
export interface NormalisedIdentifier {
  readonly type: string;
  /** Canonical namespace, '' when the type has none; holds no `|`. */
  readonly namespace: string;
  /** The standard form (E.164, lower-case domain, digits with check digit). */
  readonly canonical: string;
  /** What two spellings of one identifier share; the last part of its key. */
  readonly matchKey: string;
  /** Masked form for people's eyes and the graph. */
  readonly display: string;
  readonly quality: IdentifierQuality;
  /** Absent when there is nothing to note. */
  readonly notes?: readonly IdentifierNote[];
}

/** Why a value was not understood. The message never repeats the value. */
export interface IdentifierProblem {
  readonly code:
    | 'UNKNOWN_TYPE'
    | 'EMPTY_VALUE'
    | 'VALUE_TOO_LONG'
    | 'CONTROL_CHARACTER'
    | 'INVALID_VALUE'
    | 'INVALID_NAMESPACE'
    | 'CHECK_DIGIT'
    | 'COUNTRY_UNKNOWN';
  /** Which field of the identifier: `type`, `value` or `namespace`. */
  readonly field: 'type' | 'value' | 'namespace';
  readonly message: string;
}

export type NormaliseResult =
  | { readonly ok: true; readonly identifier: NormalisedIdentifier }
  | { readonly ok: false; readonly problem: IdentifierProblem };

/** What surrounds a value: countries to read a national phone number or id with (ISO 3166-1 alpha-2, upper case). */
export interface NormaliseContext {
  /** Country of the record's address. */
  readonly addressCountry?: string | null;
  /** Country that the source declares. */
  readonly sourceCountry?: string | null;
}

/** One file per type exports a function of this shape. `value` is already trimmed, NFC, not empty, within limits. */
export type Normaliser = (value: string, namespace: string, context: NormaliseContext) => NormaliseResult;
