import { dateWord, emailWords, foldText, foldWords } from '../identity/records/search-words.js';
import { readBirthDate } from '../identity/resolution/persons/birth-date.js';
import { LIMITS } from '../kernel/limits.js';

/** One thing that is searched for. */
export interface Term {
  /** One of these words must be there. */
  readonly words: readonly string[];
  /** Whether a word may also be the beginning of another one, or be mistyped. */
  readonly loose: boolean;
}

const EMAIL = /\S+@\S+/g;
const DATE = /\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b/g;
/** Digits with what people put between them, seven or more: a phone, a document, a card. */
const NUMBER = /(?<![\p{L}\p{N}])\+?\(?\d(?:[\s().\-/]{0,2}\d){6,}(?![\p{L}\p{N}])/gu;

/**
 * What a person types into a search box, taken apart: e-mail addresses, dates in any order that may be meant, long
 * numbers however they are grouped, and the words that remain. Every term must be found somewhere in a customer.
 */
export function readTerms(text: string): Term[] {
  const terms: Term[] = [];
  const take = (pattern: RegExp, read: (found: string) => Term | null) => (rest: string) =>
    rest.replace(pattern, (found) => {
      const term = read(found);
      if (term) terms.push(term);
      return term ? ' ' : found;
    });
  const rest = [take(EMAIL, readEmail), take(DATE, readDate), take(NUMBER, readNumber)].reduce(
    (left, step) => step(left),
    text,
  );
  for (const word of new Set(foldWords(rest))) terms.push({ words: [word], loose: true });
  return terms.slice(0, LIMITS.termsPerSearch);
}

function readEmail(found: string): Term | null {
  const [whole = ''] = emailWords(found.replace(/^[<"'(]+|[>"'),;.]+$/g, ''));
  return /^[^@]+@[^@]+$/.test(whole) ? { words: [whole], loose: false } : null;
}

/** Both orders of day and month where both are days; a date that is none is left to the other readings. */
function readDate(found: string): Term | null {
  const parts = found.split(/[-/.]/);
  const text = parts[0]?.length === 4 ? parts.join('-') : parts.join('/');
  const dates = [readBirthDate(text, 'DMY').date, readBirthDate(text, 'MDY').date].filter((date) => date !== null);
  const words = [...new Set(dates.map(dateWord))];
  return words.length > 0 ? { words, loose: false } : null;
}

/** The digits, and without the prefixes of calls abroad and at home. */
function readNumber(found: string): Term | null {
  const digits = foldText(found).replace(/\D/g, '');
  const words = [digits, digits.replace(/^00/, ''), digits.replace(/^0+/, '')].filter((each) => each.length >= 6);
  return words.length > 0 ? { words: [...new Set(words)], loose: true } : null;
}
