import { foldName, foldWords } from './address-text.js';
import type { AddressDraft } from './address-draft.js';
import type { CountryRules } from './countries/country-rules.types.js';
import { own } from './own.js';
import { properCase } from './proper-case.js';
import { readGrid } from './read-grid.js';
import { doorUnits, floorUnits, readUnits } from './read-units.js';

/** No., Núm., Nº, # or "altura" before a house number. */
const SIGN = String.raw`(?:n[o°º]\.?|n[uú]m(?:ero)?\.?|nro\.?|n\.°|#|altura)?`;
/** House numbers; Quito's plates begin with a direction: N34-451. */
const NUMBER = String.raw`(?:(?:[nse]|oe)\d{1,3}[a-z]?-\d{1,4}|\d{1,5}(?:\s?[a-z](?![\p{L}]))?(?:\s?bis)?(?:\s?[-/]\s?\d{0,5}[a-z]?|\s+y\s+\d{1,5})?)`;
const NONE = String.raw`s\s?/\s?n(?:[º°o]|[uú]m)?\.?|sn|sin n[uú]m(?:ero)?\.?|sem n[uú]mero`;
const KM = String.raw`k(?:m|il[oó]metro)s?\.?\s*\d+(?:[.+]\d+)?`;
const LAST = new RegExp(String.raw`^(.*[\p{L}\d.º°)])(?<!\d\s+y)\s+(?:${SIGN}\s*(${NUMBER})|(${NONE})|(${KM}))$`, 'iu');
/** A road has kilometres; tried first, because the number of a street would take them apart. */
const LAST_KM = new RegExp(String.raw`^(.*[\p{L}\d.º°)])[\s]+(${KM})$`, 'iu');
const FIRST = new RegExp(String.raw`^(\d{1,6}[a-z]?(?:-\d{1,5})?)\s+(\P{N}.*)$`, 'iu');
const ONLY = new RegExp(String.raw`^(?:${SIGN}\s*(${NUMBER})|(${NONE})|(${KM}))$`, 'iu');
/** `1234 3º B`: floor and door after the house number; without the sign where people write so. */
const FLOOR = /^(.*\d[a-z]?)[\s,]+(\d{1,2}\s?[º°ª](?:\s*"?(?:[\p{L}]|\d{1,3}|izq|izda|dcha|der)[ºª.]?"?)?)$/iu;
const LOOSE_FLOOR = /^(.*\s\d{2,5})\s+(\d{1,2})\s+"?([\p{L}])"?$/u;

/** Whether a text is nothing but a house number. */
export function readNumber(text: string): string | null {
  const match = ONLY.exec(text);
  return match ? numberOf(match[1], match[2], match[3]) : null;
}

function numberOf(number?: string, none?: string, km?: string): string | null {
  if (none !== undefined) return 'S/N';
  if (km !== undefined) return `Km ${km.replace(/^\D+/, '')}`;
  return number === undefined ? null : writtenNumber(number);
}

/** `12 b` is 12B, `12 - 14` is 12-14, `12 bis` stays two words. */
export function writtenNumber(number: string): string {
  return number
    .toUpperCase()
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/[-/]$/, '')
    .replace(/\s*BIS$/, ' Bis')
    .replace(/\s+Y\s+/, ' y ')
    .replace(/(\d)\s+([A-Z])$/, '$1$2');
}

/** Whether a text begins with a street type of the country. */
export function hasStreetType(text: string, rules: CountryRules): boolean {
  return splitType(text, rules) !== null;
}

/** The street, its number and what is inside, from the part of a line that names the street. */
export function readStreet(text: string, draft: AddressDraft, rules: CountryRules): void {
  if (rules.grid === true && readGrid(text, draft, rules)) return;
  const typed = draft.parts.streetType === undefined ? splitType(text, rules) : null;
  const name = takeAll(typed?.name ?? text, draft, rules);
  if (typed !== null) draft.put('streetType', typed.type);
  if (name !== '') draft.put('street', streetName(name, rules, draft.parts.streetType !== undefined));
}

/** Takes number and units from the end of a street, in whatever order they come, and gives the name that is left. */
function takeAll(text: string, draft: AddressDraft, rules: CountryRules): string {
  let left = text;
  for (;;) {
    const read = readUnits(left, rules);
    draft.units.unshift(...read.units);
    const floored = draft.units.length === 0 ? takeFloor(read.left, draft, rules) : read.left;
    const name = takeNumber(floored, draft, rules);
    if (name === left) return name;
    left = name;
  }
}

/** `Norte km 18` in the places of LAST. */
function withKm(name: string): readonly (string | undefined)[] | null {
  const match = LAST_KM.exec(name);
  return match ? [match[0], match[1], undefined, undefined, match[2]] : null;
}

function takeFloor(text: string, draft: AddressDraft, rules: CountryRules): string {
  const floor = FLOOR.exec(text);
  const loose = floor === null && rules.looseFloor === true ? LOOSE_FLOOR.exec(text) : null;
  if (floor) draft.units.push(...(floorUnits(floor[2] ?? '', rules) ?? []));
  if (loose) draft.units.push(...doorUnits(loose[2] ?? '', loose[3], rules));
  return floor?.[1] ?? loose?.[1] ?? text;
}

/** The name of a street without its type, in its own case with abbreviations in full. */
export function streetName(name: string, rules: CountryRules, afterType: boolean): string {
  return expandWords(properCase(name, afterType), rules);
}

/** Gral., Dr., Sta. in full. */
export function expandWords(text: string, rules: CountryRules): string {
  return text.replace(/(?<![\p{L}\d])(\p{L}{2,5})(\.|(?![\p{L}\d.]))/gu, (word, letters: string, dot: string) => {
    const full = own(rules.words, foldName(letters));
    // Without a dot only forms that are no word of their own.
    return full === undefined ||
      (dot === '' && !/^(?:gral|dr|dra|sta|sto|cnel|tte|ntra|fco|jd|vl|pte|nte|ote|cd)$/i.test(letters))
      ? word
      : full;
  });
}

/** Takes the house number from a street, unless another field gave it, and gives what is left. */
function takeNumber(name: string, draft: AddressDraft, rules: CountryRules): string {
  const first = rules.numberFirst === true ? FIRST.exec(name) : null;
  if (first && draft.parts.number === undefined) {
    draft.put('number', (first[1] ?? '').toUpperCase());
    return first[2] ?? '';
  }
  const last = withKm(name) ?? LAST.exec(name);
  if (draft.parts.number === undefined && new RegExp(`^(?:${NONE})$`, 'iu').test(name)) {
    draft.put('number', 'S/N');
    return '';
  }
  if (!last || rules.numberFirst === true) return name;
  const number = numberOf(last[2], last[3], last[4]);
  const known = draft.parts.number;
  if (number === null || (known !== undefined && foldWords(known) !== foldWords(number))) return name;
  draft.put('number', number);
  return (last[1] ?? '').replace(/\s+(?:n[o°º]|n[uú]m|nro|#)\.?$/i, '').replace(/[\s,]+$/, '');
}

/** `Av. Juárez` -> Avenida, Juárez. A type alone is the name of a street. */
export function splitType(text: string, rules: CountryRules): { type: string; name: string } | null {
  const match = /^(?:(c)\/|([\p{L}]{1,14})(?:\.ª|[.º°ª])?(?:\s|(?<=\.)))\s*(?=\S)/iu.exec(text);
  if (!match) return null;
  const type = own(rules.streetTypes, foldName(match[1] === undefined ? (match[2] ?? '') : 'calle'));
  return type === undefined ? null : { type, name: text.slice(match[0].length) };
}
