/** An address before and after standardisation. Pure data. */

/** Text parts of a standard address; null where the source says nothing. */
export interface AddressParts {
  /** What the country's post and its town halls know: municipio, alcaldía, município, partido, comuna, cantón, provincia (PE). */
  readonly municipality: string | null;
  /** City or town, where it is named beside another municipality. */
  readonly locality: string | null;
  /** Colonia (MX), bairro (BR), barrio (AR, CO, UY), distrito (PE), parroquia (EC), sector of a comuna (CL). */
  readonly dependentLocality: string | null;
  /** A named development inside it: urbanización, villa, conjunto. */
  readonly settlement: string | null;
  /** In full: Avenida, Carrera, Rua. */
  readonly streetType: string | null;
  /** The street's name without its type. */
  readonly street: string | null;
  /** House number; `S/N` when the source says that there is none; the plate `71-21` in Colombia; `Km 12` on a road. */
  readonly number: string | null;
  /** What is inside: `Interior 4`, `Piso 3, Departamento B`, `Manzana C, Lote 4`. */
  readonly unit: string | null;
  /** `entre X y Y`, `esquina Z`. */
  readonly crossStreets: string | null;
  /** In the country's way of writing: `06000`, `01310-100`, `C1425AAB`. */
  readonly postalCode: string | null;
  /** How to find it: `frente al parque`. */
  readonly reference: string | null;
}

/** State, province, department or region of the country. */
export interface AdminArea {
  /** ISO 3166-2, such as `MX-PUE`; null when the name is not known. */
  readonly code: string | null;
  /** The name people use; as the source wrote it when it is not known. */
  readonly name: string;
  /** Whether the source said it, or its postal code or city did. */
  readonly origin: 'stated' | 'postalCode' | 'municipality';
}

export type AddressField = keyof AddressParts | 'country' | 'adminArea' | 'rest';

/** A text that no field takes, under the name that the source gave it. */
export interface AddressRest {
  readonly name: string | null;
  readonly text: string;
}

/**
 * - `NOT_AN_ADDRESS`: neither text nor an object
 * - `COUNTRY_UNKNOWN`: neither the address nor its context names a country
 * - `UNKNOWN_COUNTRY`, `UNKNOWN_SUBDIVISION`: a name that is not understood; it is kept as written
 * - `INVALID_POSTAL_CODE`: not of the country's form; kept as written
 * - `POSTAL_CODE_MISMATCH`: of another state or province than the one that is stated
 * - `CONFLICTING_VALUES`: two values for one field; the first one counts, the other is in `rest`
 * - `PLACEHOLDER`: a text that stands for nothing (`N/A`, `XXX`); left out
 * - `UNREAD_TEXT`: a part of a line that no rule understands; it is in `rest`
 * - `TOO_LONG`, `CONTROL_CHARACTER`: a text that is not read; it is in `raw` alone
 */
export type AddressProblemCode =
  | 'NOT_AN_ADDRESS'
  | 'COUNTRY_UNKNOWN'
  | 'UNKNOWN_COUNTRY'
  | 'UNKNOWN_SUBDIVISION'
  | 'INVALID_POSTAL_CODE'
  | 'POSTAL_CODE_MISMATCH'
  | 'CONFLICTING_VALUES'
  | 'PLACEHOLDER'
  | 'UNREAD_TEXT'
  | 'TOO_LONG'
  | 'CONTROL_CHARACTER';

/** What is wrong with an address; names the field and never repeats a value. */
export interface AddressProblem {
  readonly code: AddressProblemCode;
  readonly field: AddressField;
}

export interface StandardAddress extends AddressParts {
  /** ISO 3166-1 alpha-2; null when unknown. */
  readonly country: string | null;
  readonly adminArea: AdminArea | null;
  readonly rest: readonly AddressRest[];
  /** As the source sent it. */
  readonly raw: unknown;
  readonly problems: readonly AddressProblem[];
  /** Fields that a full address of the country has and this one lacks. */
  readonly missing: readonly AddressField[];
  /** Share of those fields that are there, 0 to 1. */
  readonly completeness: number;
  /** Whether nothing that it says is wrong: it has a country and no problem but placeholders and unread text. */
  readonly valid: boolean;
}

/** What surrounds an address. */
export interface AddressContext {
  /** Country of the source or brand (ISO 3166-1 alpha-2), for an address that names none. */
  readonly country?: string | null;
}
