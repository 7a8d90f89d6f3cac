import type { StandardAddress } from './address.types.js';
import { foldWords } from './address-text.js';
import type { CountryRules, TemplateField, TemplatePart } from './countries/country-rules.types.js';
import { rulesOf } from './countries/rules-of.js';
import { own } from './own.js';

/** Spanish, Portuguese or English name of a country, as its own people write it on a letter. */
const NAMES: Readonly<Record<string, string>> = { BR: 'pt', PT: 'pt', US: 'en', GB: 'en' };

type Fields = Omit<StandardAddress, 'raw' | 'problems' | 'missing' | 'completeness' | 'valid' | 'rest'>;

/**
 * The address as lines in the country's own order, without empty ones; the country is the last. What no field took
 * (`rest`) and how to find it (`reference`) are left out.
 */
export function formatAddress(address: Fields): string[] {
  const rules = rulesOf(address.country);
  return rules.template.map((line) => writeLine(line, address, rules)).filter((line) => line !== '');
}

function writeLine(line: readonly TemplatePart[], address: Fields, rules: CountryRules): string {
  let text = '';
  for (const [before, field] of line) {
    const value = fieldText(field, address, rules);
    if (value !== '') text += text === '' ? value : `${before}${value}`;
  }
  return text;
}

function fieldText(field: TemplateField, address: Fields, rules: CountryRules): string {
  switch (field) {
    case 'streetLine':
      return join(streetAndNumber(address, rules), ', ', address.unit ?? '');
    case 'streetAndNumber':
      return streetAndNumber(address, rules);
    case 'country':
      return address.country === null ? '' : countryName(address.country);
    case 'adminArea':
      return isSameName(address, rules) ? '' : (address.adminArea?.name ?? '');
    case 'adminAreaCode':
      return address.adminArea?.code?.split('-')[1] ?? address.adminArea?.name ?? '';
    case 'municipality':
      // The old code Lima 18 names the city.
      return address.postalCode?.startsWith(`${address.municipality} `) === true ? '' : (address.municipality ?? '');
    case 'dependentLocality':
      return labelled(address.dependentLocality, rules);
    case 'rest':
      return '';
    default:
      return address[field] ?? '';
  }
}

/** A city that is its own state is written once. */
function isSameName({ adminArea, municipality }: Fields, rules: CountryRules): boolean {
  if (adminArea === null || adminArea.code === null || municipality === null) return false;
  return (
    own(rules.cityStates ?? {}, adminArea.code) !== undefined && foldWords(adminArea.name) === foldWords(municipality)
  );
}

/** Type, name and number in the country's order. */
function streetAndNumber({ streetType, street, number }: Fields, rules: CountryRules): string {
  const name = [streetType, street].filter((part) => part !== null).join(' ');
  if (rules.numberFirst === true) return join(number ?? '', ' ', name);
  // Colombia's # belongs to plates, not to kilometres.
  const before = rules.grid === true && !/^\d/.test(number ?? '') ? ' ' : rules.beforeNumber;
  return join(name, before, number ?? '');
}

function join(left: string, between: string, right: string): string {
  return left === '' || right === '' ? left + right : `${left}${between}${right}`;
}

/** `Colonia Centro`, but Fraccionamiento Las Américas as it is. */
function labelled(name: string | null, { dependentLabel, kinds }: CountryRules): string {
  if (name === null || dependentLabel === undefined) return name ?? '';
  const words = foldWords(name).split(' ');
  const hasKind = own(kinds, words.slice(0, 2).join(' ')) !== undefined || own(kinds, words[0] ?? '') !== undefined;
  return hasKind ? name : `${dependentLabel} ${name}`;
}

function countryName(country: string): string {
  const language = NAMES[country] ?? 'es';
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}
