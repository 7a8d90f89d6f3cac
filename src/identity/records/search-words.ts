import { LIMITS } from '../../kernel/limits.js';
import { readBirthDate } from '../resolution/persons/birth-date.js';
import type { RecordState } from './record.types.js';

/** Lengths of the ends of a phone number by which people search it: without country, without area code. */
const PHONE_ENDS = [10, 9, 8, 7];
/** Letters that NFD leaves whole. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ð: 'd',
};

/** Small letters without accents: what two spellings of a word share for somebody who searches. */
export function foldText(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[ßæøœđłþð]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a text, folded: runs of letters and digits. */
export function foldWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The word that a record's source puts among its words, by which those of some sources are found. */
export function sourceWord(source: string): string {
  return `source=${encodeURIComponent(source)}`;
}

/** The word for a birth date, from `YYYY-MM-DD`. */
export function dateWord(date: string): string {
  return date.replaceAll('-', '');
}

/** The words of an e-mail address: the whole, and its parts. */
export function emailWords(address: string): string[] {
  const whole = foldText(address).replace(/\s+/g, '');
  const at = whole.lastIndexOf('@');
  return [whole, ...foldWords(whole.slice(0, at)), whole.slice(at + 1)];
}

/**
 * What a record may be searched by, folded and parted by spaces: every text of up to `LIMITS.searchableChars` that it
 * says, its birth date as one word, its identifiers whole and in the parts by which people remember them, and its source.
 */
export function searchText(record: Pick<RecordState, 'source' | 'attributes' | 'attachments'>): string {
  const words = new Set<string>();
  for (const [path, value] of Object.entries(record.attributes)) {
    for (const word of attributeWords(path, value)) words.add(word);
  }
  for (const { type, canonical } of record.attachments)
    for (const word of identifierWords(type, canonical)) words.add(word);
  // In an order of their own: that in which a graph gives identifiers back is none.
  const ordered = [...words].sort().slice(0, LIMITS.searchWordsPerRecord - 1);
  return [sourceWord(record.source), ...ordered].join(' ');
}

function attributeWords(path: string, value: RecordState['attributes'][string]): string[] {
  if (path === 'birthDate') {
    const { date } = readBirthDate(value);
    return date === null ? [] : [dateWord(date)];
  }
  const texts = [value].flat().map(String);
  return texts.filter((text) => text.length <= LIMITS.searchableChars).flatMap(foldWords);
}

function identifierWords(type: string, canonical: string): string[] {
  if (canonical.length > LIMITS.searchableChars) return [];
  if (type === 'EMAIL') return emailWords(canonical);
  const whole = foldWords(canonical).join('');
  if (type !== 'PHONE') return [whole, ...foldWords(canonical)];
  return [whole, ...PHONE_ENDS.filter((length) => length < whole.length).map((length) => whole.slice(-length))];
}
