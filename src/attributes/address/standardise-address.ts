import { addressItems, type AddressItem } from './address-items.js';
import { AddressDraft } from './address-draft.js';
import type { AddressContext, StandardAddress } from './address.types.js';
import { countryNamed, countryOf } from './country-of.js';
import { rulesOf } from './countries/rules-of.js';
import type { CountryRules, Role } from './countries/country-rules.types.js';
import { finishAddress } from './finish-address.js';
import { isAdminArea, putPart } from './put-part.js';
import { readCity, readLines } from './read-lines.js';
import { unitOf } from './read-units.js';

/** Fields with a name of their own are read before lines, where they leave less to guess. */
const ORDER: readonly Role[] = [
  'postalCode',
  'adminArea',
  'municipality',
  'city',
  'locality',
  'dependentLocality',
  'settlement',
  'streetType',
  'number',
  'unit',
  'crossStreets',
  'reference',
  'street',
  'line',
];

/**
 * The standard form of an address of any shape: an object with keys in Spanish, Portuguese or English, a list of lines, or one line. Every text
 * of it is in a field, or in `rest` when no rule understands it, and the raw value is kept. Never throws. Standardising the
 * fields of a result again gives the same fields.
 *
 * @param raw the attribute as the source sent it: any JSON
 * @param context the country of the source or brand, for an address that names none
 */
export function standardiseAddress(raw: unknown, context: AddressContext = {}): StandardAddress {
  const draft = new AddressDraft();
  const isReadable = typeof raw === 'string' || (typeof raw === 'object' && raw !== null);
  if (!isReadable) draft.problem('NOT_AN_ADDRESS', 'rest');
  draft.country = readCountry(raw, context, draft);
  const rules = rulesOf(draft.country);
  if (isReadable) readItems(raw, draft, rules);
  return finishAddress(raw, draft, rules);
}

/** The country that the address states, or that ends its last line, else the context's. */
function readCountry(raw: unknown, context: AddressContext, draft: AddressDraft): string | null {
  const { items } = addressItems(raw, rulesOf(null));
  const around = context.country === undefined || context.country === null ? null : countryOf(context.country);
  // A country that was not understood comes back under this name.
  const stated = items
    .filter(({ role, name }) => role === 'country' || (role === null && name === 'country'))
    .flatMap(({ text }) => draft.tidy(text, 'country', isCountry) ?? []);
  const known = stated.flatMap((text) => countryOf(text) ?? []);
  for (const text of stated) if (countryOf(text) === null) draft.leave('country', text);
  if (stated.some((text) => countryOf(text) === null)) draft.problem('UNKNOWN_COUNTRY', 'country');
  for (const [index, code] of known.entries()) if (index > 0 && code !== known[0]) draft.conflict('country', code);
  const country = known[0] ?? (stated.length > 0 ? null : (countryAtEnd(items) ?? around));
  if (country === null && stated.length === 0) draft.problem('COUNTRY_UNKNOWN', 'country');
  return country;
}

function isCountry(text: string): boolean {
  return countryOf(text) !== null;
}

function countryAtEnd(items: readonly AddressItem[]): string | null {
  const last =
    items
      .filter(({ role }) => role === 'line')
      .at(-1)
      ?.text.split(/[,\n;]/) ?? [];
  const end = last.filter((each) => each.trim() !== '').at(-1);
  return last.length > 1 && end !== undefined ? countryNamed(end.replace(/\.\s*$/, '')) : null;
}

function readItems(raw: unknown, draft: AddressDraft, rules: CountryRules): void {
  const { items, cut, origin } = addressItems(raw, rules);
  if (cut) draft.problem('TOO_LONG', 'rest');
  for (const role of ORDER) {
    for (const item of items) if (item.role === role) readItem(item, role, draft, rules);
  }
  if (draft.adminArea !== null && (origin === 'postalCode' || origin === 'municipality')) {
    draft.adminArea = { ...draft.adminArea, origin };
  }
  for (const { name, role, text } of items) {
    if (role !== null) continue;
    const tidied = draft.tidy(text, 'rest', () => true);
    if (tidied !== null) draft.leave(name, tidied);
  }
}

/** The text with what its key says of it: `piso: 3` is Piso 3, `esquina: Rivera` a corner. */
function named({ role, unit, name }: AddressItem, text: string, rules: CountryRules): string {
  if (role === 'unit' && unit !== null) return unitOf(unit, text, rules);
  const isCorner = role === 'crossStreets' && /^esq/i.test(name ?? '') && !/^esq/i.test(text);
  return isCorner ? `esquina ${text}` : text;
}

function readItem(item: AddressItem, role: Role, draft: AddressDraft, rules: CountryRules): void {
  if (role === 'line' || role === 'street') {
    const lines = item.text
      .split(/[\r\n]+/)
      .flatMap((line) => draft.tidy(line, role === 'line' ? 'rest' : 'street') ?? []);
    readLines(lines, role === 'street', draft, rules);
    return;
  }
  const field = role === 'city' ? 'municipality' : role;
  const text = draft.tidy(item.text, field, (each) => field === 'number' || isAdminArea(each, draft, rules));
  if (text === null) return;
  if (role === 'city') {
    readCity(text, draft, rules);
    return;
  }
  putPart(role, named(item, text, rules), draft, rules);
}
