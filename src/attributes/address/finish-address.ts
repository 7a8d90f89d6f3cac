import { isEmptyWord } from '../../identifiers/placeholder.js';
import { adminAreaName, findAdminArea, isWithin } from './admin-areas.js';
import { foldName, foldWords, trimmed } from './address-text.js';
import type { AddressDraft, PartName } from './address-draft.js';
import type { AddressField, StandardAddress } from './address.types.js';
import type { CountryRules } from './countries/country-rules.types.js';
import { own } from './own.js';
import { readPostalCode } from './postal-code.js';
import { properCase } from './proper-case.js';
import { splitType, streetName } from './read-street.js';

/** Problems that make no value wrong. */
const HARMLESS: ReadonlySet<string> = new Set(['PLACEHOLDER', 'UNREAD_TEXT']);

/** Checks the parts of a draft against one another and says how complete it is. */
export function finishAddress(raw: unknown, draft: AddressDraft, rules: CountryRules): StandardAddress {
  nameCapital(draft, rules);
  nameCityState(draft, rules);
  checkPostalCode(draft, rules);
  nameCityState(draft, rules);
  const { municipality } = draft.parts;
  if (municipality !== undefined) draft.parts.municipality = nameOfCapital(municipality, draft, rules);
  const part = (name: PartName): string | null => draft.parts[name] ?? null;
  const parts = {
    municipality: part('municipality'),
    locality: part('locality'),
    dependentLocality: part('dependentLocality'),
    settlement: part('settlement'),
    streetType: part('streetType'),
    street: part('street'),
    number: part('number'),
    unit: listed(draft.units),
    crossStreets: crossings(draft.crossings, rules),
    postalCode: part('postalCode'),
    reference: listed(draft.references.map((text) => properCase(text))),
  };
  const has: Partial<Record<AddressField, unknown>> = { ...parts, country: draft.country, adminArea: draft.adminArea };
  const missing = rules.required.filter((field) => has[field] === null && !(field === 'number' && parts.unit !== null));
  return {
    country: draft.country,
    adminArea: draft.adminArea,
    ...parts,
    rest: draft.rest,
    raw,
    problems: draft.problems,
    missing,
    completeness: (rules.required.length - missing.length) / rules.required.length,
    valid: draft.problems.every(({ code }) => HARMLESS.has(code)),
  };
}

/** A line that ends with Montevideo, Bogotá or Puebla names the city, too, unless it named another one. */
function nameCapital({ parts, adminArea, areaText }: AddressDraft, rules: CountryRules): void {
  if (parts.municipality !== undefined || adminArea === null || adminArea.code === null || areaText === null) return;
  const city = own(rules.cityStates ?? {}, adminArea.code);
  if (city !== undefined && [foldName(city.name), ...city.aliases].includes(foldName(areaText))) {
    parts.municipality = city.name;
    // Without a table of capitals, the name is as likely a city's.
  } else if (isCapital(adminArea.code, rules) && foldWords(adminArea.name) === foldWords(areaText)) {
    parts.municipality = adminArea.name;
  }
}

function isCapital(code: string, { country, capitals }: CountryRules): boolean {
  return country === null || capitals?.includes(code) === true;
}

/** Sao Paulo in its state is São Paulo. */
function nameOfCapital(name: string, { country, adminArea }: AddressDraft, rules: CountryRules): string {
  if (adminArea === null || adminArea.code === null || rules.capitals?.includes(adminArea.code) !== true) return name;
  return country !== null && findAdminArea(name, country, rules) === adminArea.code ? adminArea.name : name;
}

/** CDMX, D.F. and México are one city, which says its state; Buenos Aires is one in its own city alone. */
function nameCityState(draft: AddressDraft, rules: CountryRules): void {
  for (const [code, city] of Object.entries(rules.cityStates ?? {})) {
    if (draft.adminArea !== null && draft.adminArea.code !== code) continue;
    const aliases = [...city.aliases, foldName(city.name), ...(draft.adminArea === null ? [] : (city.inside ?? []))];
    for (const field of ['municipality', 'locality'] as const) {
      const name = draft.parts[field];
      if (name === undefined || !aliases.includes(foldName(name))) continue;
      draft.parts[field] = city.name;
      if (draft.adminArea === null && draft.country !== null) {
        draft.adminArea = { code, name: adminAreaName(code, draft.country, rules), origin: 'municipality' };
      }
    }
  }
}

/** The postal code's form, and whether it lies in the area that is stated; where none is, it may say it. */
function checkPostalCode(draft: AddressDraft, rules: CountryRules): void {
  const { country, adminArea } = draft;
  const text = draft.parts.postalCode;
  if (text === undefined || country === null) return;
  const { ok, areas } = readPostalCode(text, rules.postalCode);
  if (!ok) draft.problem('INVALID_POSTAL_CODE', 'postalCode');
  const [only] = areas;
  if (only === undefined) return;
  if (adminArea === null) {
    if (areas.length === 1)
      draft.adminArea = { code: only, name: adminAreaName(only, country, rules), origin: 'postalCode' };
  } else if (adminArea.code !== null) {
    const { code } = adminArea;
    const fits = areas.some((area) => isWithin(area, code, country, rules) || isWithin(code, area, country, rules));
    if (!fits) draft.problem('POSTAL_CODE_MISMATCH', 'postalCode');
  }
}

/** The texts that say something, each once. */
function listed(texts: readonly string[]): string | null {
  const seen = new Set<string>();
  const kept = texts
    .map((text) => trimmed(text.normalize('NFC')))
    .filter((text) => {
      const key = foldWords(text);
      return key === '' || isEmptyWord(text) || seen.has(key) ? false : seen.add(key);
    });
  return kept.length === 0 ? null : kept.join(', ');
}

/** `e/ Mina y Zaragoza`, two fields `Mina` and `Zaragoza`: entre Mina y Zaragoza. */
function crossings(texts: readonly string[], rules: CountryRules): string | null {
  const named = texts.map((text) =>
    text
      .replace(/^(?:entre|e\/)\s*/i, 'entre ')
      .replace(/^(?:esq(?:uina)?\.?|c\/?\s?esq\.?)(?:\s+(?:con|de|a)(?=\s))?\s*/i, 'esquina '),
  );
  const whole = named.filter((text) => CROSSING.test(text)).map((text) => crossing(text, rules));
  const bare = named.filter((text) => !CROSSING.test(text)).map((text) => corners(text, rules));
  const [first] = bare;
  // One street alone is a corner, as Ecuador writes it.
  if (bare.length > 1 || first?.includes(' y ') === true) whole.unshift(`entre ${bare.join(' y ')}`);
  else if (first !== undefined) whole.unshift(`y ${first}`);
  return listed(whole);
}

const CROSSING = /^(?:entre|esquina|casi|y) /i;

/** The word in front small, and each street after it in its standard form. */
function crossing(text: string, rules: CountryRules): string {
  const at = text.indexOf(' ');
  return `${text.slice(0, at).toLowerCase()} ${corners(text.slice(at + 1), rules)}`;
}

function corners(text: string, rules: CountryRules): string {
  const streets = text.split(/ y (?=\S)/i);
  return streets.map((street) => corner(street, rules)).join(' y ');
}

/** `av. mina` -> Avenida Mina. */
function corner(text: string, rules: CountryRules): string {
  const typed = splitType(text.trim(), rules);
  return typed === null
    ? streetName(text.trim(), rules, false)
    : `${typed.type} ${streetName(typed.name, rules, true)}`;
}
