import { sourceWord } from '../identity/records/search-words.js';
import type { Term } from './read-terms.js';

/** Letters from which on a word may have one mistake, and two. */
const ONE_MISTAKE = 4;
const TWO_MISTAKES = 8;
/** Fewer letters begin too many words. */
const PREFIX_CHARS = 2;

/** Mistakes that a word may have and still be found. Numbers have none: another number is somebody else. */
export function mistakesIn(word: string): 0 | 1 | 2 {
  if (/\d/.test(word) || word.length < ONE_MISTAKE) return 0;
  return word.length < TWO_MISTAKES ? 1 : 2;
}

/** Whether a word may be the beginning of a longer one. */
export function mayBegin(word: string): boolean {
  return word.length >= PREFIX_CHARS;
}

/**
 * The terms as a query of the full-text index: all of them in one record, of one of the sources unless these are null. The
 * word itself counts most, then words that begin with it, then mistyped ones.
 */
export function luceneQuery(terms: readonly Term[], sources: readonly string[] | null): string {
  const clauses = terms.map((term) => `+(${term.words.flatMap((word) => readings(word, term.loose)).join(' ')})`);
  if (sources === null) return clauses.join(' ');
  return `${clauses.join(' ')} +(${sources.map((source) => `${escape(sourceWord(source))}^0`).join(' ')})`;
}

function readings(word: string, loose: boolean): string[] {
  const exact = `${escape(word)}^4`;
  if (!loose) return [exact];
  const mistakes = mistakesIn(word);
  return [
    exact,
    ...(mayBegin(word) ? [`${escape(word)}*^2`] : []),
    ...(mistakes > 0 ? [`${escape(word)}~${mistakes}`] : []),
  ];
}

/** Every character that is no letter or digit is taken as it is. */
function escape(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}
