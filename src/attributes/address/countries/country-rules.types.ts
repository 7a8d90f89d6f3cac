import type { AddressField, AddressParts } from '../address.types.js';

/** What a key of an address object, or a label inside a line, says that its text is. */
export type Role = keyof AddressParts | 'country' | 'adminArea' | 'city' | 'line';

/** A city whose name says its state: CDMX, Bogotá, Montevideo. */
export interface CityState {
  readonly name: string;
  /** Folded spellings without blanks; the name itself is one. */
  readonly aliases: readonly string[];
  /** Spellings that mean it only when the state is known: México, Buenos Aires. */
  readonly inside?: readonly string[];
  /** A place before it is a part of it (a barrio), not a municipality. */
  readonly inner?: boolean;
}

export interface PostalCodeRules {
  /** Of the compact form: upper case, letters and digits only. */
  readonly pattern: RegExp;
  /** The compact form in the country's way of writing; without it the compact form itself. */
  readonly write?: (compact: string) => string;
  /** Blanks and dashes stay where the source put them, because the country's way is not known. */
  readonly asWritten?: boolean;
  /** Digits of an all-digit code: one that lost its leading zero to a spreadsheet gets it back. */
  readonly digits?: number;
  /** ISO 3166-2 codes that a code lies in; empty where it says nothing. */
  readonly areas?: (compact: string) => readonly string[];
}

/** One part of a line: `before` is written only when the line has text already. */
export type TemplatePart = readonly [before: string, field: TemplateField];
export type TemplateField = AddressField | 'streetLine' | 'streetAndNumber' | 'adminAreaCode';

/** How addresses of one country are written. */
export interface CountryRules {
  /** ISO 3166-1 alpha-2; null for the general forms. */
  readonly country: string | null;
  /** ISO 3166-2 -> the name people use, then folded spellings besides ISO's own name. */
  readonly adminAreas: Readonly<Record<string, readonly string[]>>;
  readonly cityStates?: Readonly<Record<string, CityState>>;
  /** Areas whose capital has their name, so that the name at the end of a line says both. */
  readonly capitals?: readonly string[];
  /** One place before such a name is a part of the city, not another one: Miraflores, Lima. */
  readonly innerFirst?: boolean;
  readonly postalCode: PostalCodeRules;
  /** Folded keys that mean something else here than elsewhere. */
  readonly fieldNames?: Readonly<Record<string, Role>>;
  /** Words that begin a part of a line and are no part of its value (`Col.`), folded. */
  readonly labels: Readonly<Record<string, Role>>;
  /** Words that begin a part of a line and belong to its value: abbreviation -> in full (`fracc` -> Fraccionamiento). */
  readonly kinds: Readonly<Record<string, readonly [role: Role, word: string]>>;
  /** Folded abbreviation -> the type in full. */
  readonly streetTypes: Readonly<Record<string, string>>;
  /** Folded abbreviation inside a name -> the word. */
  readonly words: Readonly<Record<string, string>>;
  /** Folded designator -> the word: `int` -> Interior. */
  readonly units: Readonly<Record<string, string>>;
  /** What the letter after a floor is: `3º B`. A Departamento where nothing is said. */
  readonly door?: string;
  /** Floor and door may follow the house number without a sign: `1234 3 B`. */
  readonly looseFloor?: boolean;
  /** What a full address has. `number` counts as there with a unit (Mz Lt). */
  readonly required: readonly AddressField[];
  /** The area by which people are counted: colonia, bairro, comuna, distrito. */
  readonly segment: 'municipality' | 'dependentLocality';
  /** Whether people write the postal code so often that it may stand for the place in a match key. */
  readonly keyedByPostalCode?: boolean;
  /** Word written before a dependent locality that has no kind of its own. */
  readonly dependentLabel?: string;
  /** Between street and number, and before the unit. */
  readonly beforeNumber: string;
  /** 1600 Pennsylvania Avenue. */
  readonly numberFirst?: boolean;
  /** Street, crossing street and plate of Colombia. */
  readonly grid?: boolean;
  readonly template: readonly (readonly TemplatePart[])[];
}
