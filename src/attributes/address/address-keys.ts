import type { StandardAddress } from './address.types.js';
import { foldWords } from './address-text.js';
import { rulesOf } from './countries/rules-of.js';
import { own } from './own.js';

type Keyed = Pick<
  StandardAddress,
  | 'country'
  | 'adminArea'
  | 'municipality'
  | 'dependentLocality'
  | 'street'
  | 'streetType'
  | 'number'
  | 'unit'
  | 'postalCode'
>;

/**
 * What two spellings of one address share: country, place, street, number and unit, folded. Null when it says too little
 * to be an address: no street, or neither postal code nor municipality.
 */
export function addressMatchKey(address: Keyed): string | null {
  const street = foldWords(address.street ?? '');
  const place = placeKey(address);
  if (street === '' || place === null) return null;
  const inside = foldWords(`${address.number ?? ''} ${address.unit ?? ''}`);
  return [address.country ?? '', place, street, inside].join('|');
}

/** Where the postal code is of the country's form it says the place; its first four digits do in Argentina's two forms. */
function placeKey({ country, postalCode, municipality, adminArea }: Keyed): string | null {
  const rules = rulesOf(country);
  const compact = (postalCode ?? '').replace(/[\s-]/g, '');
  if (rules.keyedByPostalCode === true && rules.postalCode.pattern.test(compact)) {
    return country === 'AR' ? compact.replace(/\D/g, '') : compact;
  }
  if (municipality === null) return null;
  return `${adminArea?.code ?? foldWords(adminArea?.name ?? '')}/${foldWords(municipality)}`;
}

/** The area by which people are counted, in the country's own sense. */
export interface AddressSegment {
  readonly field: 'municipality' | 'dependentLocality';
  /** `MX/MX-PUE/puebla/centro`: the same for every spelling. */
  readonly key: string;
  readonly name: string;
}

/** Colonia, bairro, barrio, comuna or distrito of an address; null when it does not name one, or its municipality. */
export function addressSegment(address: Keyed): AddressSegment | null {
  const { segment, kinds } = rulesOf(address.country);
  const name = address[segment];
  if (name === null || address.country === null) return null;
  const area = address.adminArea?.code ?? foldWords(address.adminArea?.name ?? '');
  const path = segment === 'municipality' ? [] : [foldWords(address.municipality ?? '')];
  return { field: segment, key: [address.country, area, ...path, bareName(name, kinds)].join('/'), name };
}

/** Without the kind in front: Fraccionamiento Las Américas and Las Américas are one. */
function bareName(name: string, kinds: Readonly<Record<string, unknown>>): string {
  const words = foldWords(name).split(' ');
  for (const length of [2, 1]) {
    if (words.length > length && own(kinds, words.slice(0, length).join(' ')) !== undefined)
      return words.slice(length).join(' ');
  }
  return words.join(' ');
}
