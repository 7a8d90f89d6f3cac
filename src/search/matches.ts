import { editDistance } from '../identity/resolution/persons/edit-distance.js';
import { mayBegin, mistakesIn } from './lucene.js';
import type { Term } from './read-terms.js';

/** Whether every term is somewhere among the words, by the readings that the index has of it. */
export function holdsAll(terms: readonly Term[], words: ReadonlySet<string>): boolean {
  return terms.every((term) => term.words.some((word) => holds(word, term.loose, words)));
}

function holds(word: string, loose: boolean, words: ReadonlySet<string>): boolean {
  if (words.has(word)) return true;
  if (!loose) return false;
  const mistakes = mistakesIn(word);
  for (const each of words) {
    if (mayBegin(word) && each.startsWith(word)) return true;
    if (
      mistakes > 0 &&
      Math.abs(each.length - word.length) <= mistakes &&
      editDistance(each, word, mistakes) <= mistakes
    )
      return true;
  }
  return false;
}
