import { CONNECTORS, PARTICLES } from '../../identity/resolution/persons/data/name-parts.js';
import type { WrittenWord } from './written-word.js';

/** Words that are always written out in small letters inside a name. */
const SMALL: ReadonlySet<string> = new Set([...PARTICLES, ...CONNECTORS]);
/** Roman numerals that follow a name. */
const ROMAN = /^(?:i{2,3}|iv|vi{0,3})$/;
const APOSTROPHES = /['’‘`´ʼ′]/;

/**
 * The words as they are written, one string each: a part of a name that is all capitals or all small letters (`GÓMEZ DE LA
 * PEÑA`, `gómez`) is repaired; mixed case is somebody's decision and stays. Idempotent.
 *
 * @param others words of the rest of the name: beside them, two or three capitals without a vowel are initials (JC)
 */
export function properCase(words: readonly WrittenWord[], others: readonly WrittenWord[] = []): string[] {
  const large = words.filter((word) => !isSmall(word));
  const full = large.filter((word) => !word.written.endsWith('.'));
  // Ma. and an initial are written so whatever the rest is.
  const telling = full.length > 0 ? full : large;
  const text = telling.map((word) => word.written).join(' ');
  const isShouted = text === text.toUpperCase();
  const isWhispered = text === text.toLowerCase();
  if (telling.length > 0 && !isShouted && !isWhispered) return words.map((word) => word.written);
  const isBesideMixed = others.some(({ written }) => /\p{Ll}/u.test(written));
  return words.map((word, index) => {
    if (isSmall(word) && telling.length > 0) return word.written.toLowerCase();
    if (isBesideMixed && isShouted && /^[bcdfghjklmnpqrstvwxz]{2,3}$/.test(word.text)) return word.written;
    return capitalised(word, index);
  });
}

/** Whether a word belongs in small letters: a particle, or a connector that is no initial. */
export function isSmall({ text, initial }: WrittenWord): boolean {
  return SMALL.has(text) && !(text.length === 1 && initial);
}

function capitalised({ written, text }: WrittenWord, index: number): string {
  if (index > 0 && ROMAN.test(text)) return same(written, written.toUpperCase());
  const pieces = written.toLowerCase().split(/(['’‘`´ʼ′])/);
  const raised = pieces.map((piece) => (APOSTROPHES.test(piece) ? piece : raise(piece)));
  return same(written, raised.join(''));
}

/** `mcdonald` is McDonald; Mac is left, it also begins Machado. */
function raise(piece: string): string {
  const [first = ''] = piece;
  const rest = piece.slice(first.length);
  const isScottish = /^c[a-z]{4,}$/.test(rest) && first === 'm';
  return isScottish ? `Mc${rest.charAt(1).toUpperCase()}${rest.slice(2)}` : first.toUpperCase() + rest;
}

/** Some letters have no capital that leads back to them (ŉ, ß): such a word stays as it is. */
function same(written: string, changed: string): string {
  return changed.toLowerCase() === written.toLowerCase() ? changed : written;
}
