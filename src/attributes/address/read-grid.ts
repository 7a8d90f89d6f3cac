import { foldName } from './address-text.js';
import type { AddressDraft } from './address-draft.js';
import type { CountryRules } from './countries/country-rules.types.js';
import { own } from './own.js';
import { readUnits } from './read-units.js';

const QUADRANT = String.raw`(?:sur|norte|este|oeste|s|n|e|o|w)(?![\p{L}])`;
/** `15`, `15A`, `15 A Bis B`, `15 Bis Sur`: number, letters, bis, quadrant. */
const AXIS = String.raw`\d{1,3}(?:\s?[a-h](?![\p{L}]))?(?:\s?bis(?:\s?[a-h](?![\p{L}]))?)?(?:\s?${QUADRANT})?`;
const SIGN = String.raw`(?:\s*(?:#|n[o°º]\.?|n[uú]m(?:ero)?\.?|nro\.?)\s*|\s+)`;
const GRID = new RegExp(
  String.raw`^(\p{L}[\p{L}. ]*?)\.?\s*(${AXIS})(?:${SIGN}(${AXIS})\s*(?:[-–]|\s)\s*(\d{1,4}(?:\s?${QUADRANT})?))?$`,
  'iu',
);

/**
 * The grid of Colombian cities: `Cra 15 Bis A # 45B - 12 Este` is the street Carrera `15 Bis A` with the plate `45B-12 Este`
 * (crossing street, metres from it). False when the text is not of that form.
 */
export function readGrid(text: string, draft: AddressDraft, rules: CountryRules): boolean {
  const { units, left } = readUnits(text, rules);
  const match = GRID.exec(left);
  const type = match ? typeOf(match[1] ?? '', rules) : undefined;
  if (!match || type === undefined || !isNew(type, match[3], draft)) return false;
  draft.put('streetType', type);
  draft.put('street', axis(match[2] ?? ''));
  if (match[3] !== undefined) draft.put('number', `${axis(match[3])}-${axis(match[4] ?? '')}`);
  draft.units.push(...units);
  return true;
}

/** A street whose type is known is taken apart already, unless it says it again with a plate. */
function isNew(type: string, plate: string | undefined, { parts }: AddressDraft): boolean {
  return parts.streetType === undefined || (parts.streetType === type && plate !== undefined);
}

/** `Av. Calle`, `AK`, `Cra.` in full. */
function typeOf(text: string, rules: CountryRules): string | undefined {
  const words = text.split(/[.\s]+/).filter((word) => word !== '');
  return own(rules.streetTypes, foldName(text)) ?? own(rules.streetTypes, words.map(foldName).join(' '));
}

const QUADRANTS: Readonly<Record<string, string>> = { s: 'Sur', n: 'Norte', e: 'Este', o: 'Oeste', w: 'Oeste' };

/** `15a bis  sur` -> `15A Bis Sur`. */
function axis(text: string): string {
  const words = text
    .replace(/(\d)\s*([a-h])(?![\p{L}])/iu, '$1$2 ')
    .replace(/(\d[a-h]?)\s*(bis|sur|norte|este|oeste)/i, '$1 $2')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.map((word, index) => axisWord(word, index, words)).join(' ');
}

function axisWord(word: string, index: number, words: readonly string[]): string {
  if (/\d/.test(word)) return word.toUpperCase();
  if (/^(?:bis|sur|norte|este|oeste)$/i.test(word)) return word[0]?.toUpperCase() + word.slice(1).toLowerCase();
  const afterBis = /^bis$/i.test(words[index - 1] ?? '');
  return (afterBis ? null : own(QUADRANTS, word.toLowerCase())) ?? word.toUpperCase();
}
