import {
  PLACEHOLDER_FILLERS,
  PLACEHOLDER_PHRASES,
  PLACEHOLDER_WORDS,
  UNNAMED_NEWBORN,
} from './data/placeholder-names.js';

/** The same Latin letter over and over (xxx, aaaa). */
const ONE_LETTER_REPEATED = /^([a-z])\1+$/;

/**
 * Whether folded words name nobody: N/A, Sin nombre, Consumidor final, XXX, Test… A filler alone ("no") is not enough,
 * and one word that could be a name makes it one.
 */
export function isPlaceholderName(words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const phrase = words.join(' ');
  if (PLACEHOLDER_PHRASES.has(phrase) || UNNAMED_NEWBORN.test(phrase)) return true;
  const telling = words.filter((word) => PLACEHOLDER_WORDS.has(word) || ONE_LETTER_REPEATED.test(word));
  return telling.length > 0 && words.every((word) => telling.includes(word) || PLACEHOLDER_FILLERS.has(word));
}
