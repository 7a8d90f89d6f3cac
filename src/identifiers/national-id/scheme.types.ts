import type { IdentifierNote } from '../identifier.types.js';

/** A national id as written, before any rule. */
export interface WrittenId {
  /** Upper-case letters and digits (`&` too, an RFC has it); separators and the scheme's own name are gone. */
  readonly compact: string;
  /** A hyphen stood before the last character: that character is a check digit for certain. */
  readonly checkDigitSetApart: boolean;
}

export interface SchemeReading {
  readonly canonical: string;
  /** Default: the canonical value. */
  readonly matchKey?: string;
  /** Only when another scheme than the one asked for is named by the value itself (a Spanish NIF that is a NIE). */
  readonly namespace?: string;
  readonly placeholder?: boolean;
  readonly notes?: readonly IdentifierNote[];
}

/** Why a written id is not one of the scheme. */
export type SchemeRefusal = 'INVALID_VALUE' | 'CHECK_DIGIT';

/** One kind of national id of one country. */
export interface Scheme {
  /** Canonical namespace, `country-NAME`. */
  readonly namespace: string;
  /** Names under which callers know it, the canonical one first; each is an alias behind the country. */
  readonly names: readonly string[];
  /** What is allowed, for the message of a problem. */
  readonly allowed: string;
  read(written: WrittenId): SchemeReading | SchemeRefusal;
}
