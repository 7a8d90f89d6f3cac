import { cleanText, type TextFault } from '../../identifiers/clean-text.js';
import { foldLetters, repairMojibake } from '../../identity/resolution/persons/name-words.js';
import { LIMITS } from '../../kernel/limits.js';

export type TidyText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: TextFault };

/** `Â` left over before signs and blanks (`NÂº`, `Â°`) when UTF-8 was read as Latin-1. */
const STRAY = /Â+(?=[\u00a0-\u00bf])/g;
/** A text that was encoded wrongly more often than this stays as it is. */
const ROUNDS_MAX = 8;

/**
 * One line of text, repaired: wrong charsets undone (`MuÃ±oz`), accents composed, blanks single, no punctuation around it. Idempotent.
 */
export function tidyText(raw: string): TidyText {
  let text = raw.replace(/\s*[\t\r\n]+\s*/g, ' ');
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const clean = cleanText(repairMojibake(text).replace(STRAY, ''), LIMITS.addressFieldChars);
    if (!clean.ok) return clean;
    const next = trimmed(clean.text);
    if (next === '') return { ok: false, fault: 'EMPTY' };
    if (next === text) break;
    text = next;
  }
  return { ok: true, text };
}

/** Without blanks and separators around it. */
export function trimmed(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s,;:|–—-]+/u, '')
    .replace(/[\s,;:|–—-]+$/u, '');
}

/** Plain words need no Unicode: the path that most of them take. */
const PLAIN = /^[A-Za-z0-9 ]*$/;
const SIGNS = /[^\p{L}\p{N}]+/gu;

/** For comparison: lower case, no accents, no punctuation, single blanks. */
export function foldWords(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return foldLetters(text).replace(SIGNS, ' ').trim();
}

/** For names of fields and codes: `foldWords` without blanks. */
export function foldName(text: string): string {
  return foldWords(text).replaceAll(' ', '');
}
