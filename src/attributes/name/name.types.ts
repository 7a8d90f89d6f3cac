/** A person's name before and after standardisation. Pure data. */

/**
 * - `PLACEHOLDER`: words that name nobody (`Sin nombre`, `N/A`) stood in place of the name or of a part of it
 * - `LOST_LETTER`: a letter was lost on the way (`Mu?oz`) and cannot be told
 * - `DIGIT`: a digit inside a word, a misread letter (`Mar1a`)
 * - `UNREAD_TEXT`: a text that is no word of a name; it is in `rest`
 * - `TOO_LONG`: more than is read of a name; the rest is in `raw` alone
 */
export type NameProblem = 'PLACEHOLDER' | 'LOST_LETTER' | 'DIGIT' | 'UNREAD_TEXT' | 'TOO_LONG';

/** Which surname a person is addressed and sorted by: the first one (Spanish), or the last one (Portuguese). */
export type SurnameOrder = 'FIRST' | 'LAST';

export interface StandardName {
  /** As it is written after given names and surnames: `María José Gómez Ruiz de Pérez`. */
  readonly full: string;
  /** `María José`; null when the source says none. */
  readonly given: string | null;
  /** All surnames as written one after another, with their particles: `de la Peña Núñez`. */
  readonly family: string | null;
  /** The same one by one: `de la Peña`, `Núñez`. */
  readonly surnames: readonly string[];
  /** The surname that the person is addressed and sorted by. */
  readonly mainSurname: string | null;
  readonly surnameOrder: SurnameOrder;
  /** A husband's surname as it is added: `de Pérez`, `viuda de Pérez`. */
  readonly married: string | null;
  /** `Jr.`, `Filho`, `II`. */
  readonly generation: string | null;
  /** Forms of address: `Dra.`. They are no part of `full`. */
  readonly title: string | null;
  /** What stood in brackets or quotation marks: `Pepe`. */
  readonly nickname: string | null;
  /** Text that is no word of a name. */
  readonly rest: string | null;
  /** The attributes that it was read from, as the source sent them. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly problems: readonly NameProblem[];
}

/** What was read of a record's name. `name` is null when nobody is named. */
export interface NameReading {
  readonly name: StandardName | null;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly problems: readonly NameProblem[];
}

/** What surrounds a name. */
export interface NameContext {
  /** Country of the person's address, document or source (ISO 3166-1 alpha-2), if known. */
  readonly country?: string | null;
}
