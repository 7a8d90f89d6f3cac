import { COMPOUND_HEADS, DEVOTIONS, GIVEN_NAMES } from './data/given-names.js';
import { CONNECTORS, PARTICLES } from './data/name-parts.js';
import { SURNAMES } from './data/surnames.js';
import type { NameWord } from './name-words.js';

export interface SplitName<Word extends NameWord> {
  readonly given: readonly Word[];
  readonly family: readonly Word[];
}

/** Words that belong together: a particle and what it leads (de la Torre), or one word. */
interface Unit<Word extends NameWord = NameWord> {
  readonly words: readonly Word[];
  readonly text: string;
  /** Begins with a particle or a connector. */
  readonly led: boolean;
}

/**
 * Splits a full name without comma into given names and surnames by the customs of Spanish and Portuguese: given names
 * first unless a known surname begins and a known given name ends it (PEREZ GOMEZ JUAN CARLOS); a particle begins the
 * surnames unless a devotion follows (María de los Ángeles); of four words two are given names unless the second is a
 * known surname.
 */
export function splitFullName<Word extends NameWord>(words: readonly Word[]): SplitName<Word> {
  const units = unitsOf(words);
  const trailing = givenAtTheEnd(units);
  if (trailing > 0) return { given: flat(units.slice(-trailing)), family: flat(units.slice(0, -trailing)) };
  if (units.length === 1 && isOnlySurname(units[0])) return { given: [], family: words };
  const count = givenCount(units);
  return { given: flat(units.slice(0, count)), family: flat(units.slice(count)) };
}

/** How many units at the front are given names. */
function givenCount(units: readonly Unit[]): number {
  let count = Math.min(1, units.length);
  while (count < units.length && continuesGiven(units, count)) count += 1;
  return count;
}

function continuesGiven(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit) return false;
  if (unit.led) return DEVOTIONS.has(unit.text) && (at === 1 || COMPOUND_HEADS.has(units[at - 1]?.text ?? ''));
  const left = units.length - at;
  if (unit.words[0]?.initial || unit.text.length === 1) return left > 1;
  if (SURNAMES.has(unit.text)) return left > 2 && GIVEN_NAMES.has(unit.text);
  if (GIVEN_NAMES.has(unit.text)) return left > 1 || units.length === 2;
  return at === 1 && units.length === 4 && !units[2]?.led;
}

/** Given names at the end of a name that begins with a known surname; 0 when the order is the usual one. */
function givenAtTheEnd(units: readonly Unit[]): number {
  const last = units.at(-1);
  if (!last || units.length < 2 || !isOnlySurname(units[0]) || !isOnlyGiven(last)) return 0;
  let count = 1;
  while (count < units.length - 1 && isOnlyGiven(units[units.length - 1 - count])) count += 1;
  return count;
}

function isOnlySurname(unit: Unit | undefined): boolean {
  return unit !== undefined && SURNAMES.has(unit.text) && !GIVEN_NAMES.has(unit.text);
}

function isOnlyGiven(unit: Unit | undefined): boolean {
  return unit !== undefined && !unit.led && GIVEN_NAMES.has(unit.text) && !SURNAMES.has(unit.text);
}

function unitsOf<Word extends NameWord>(words: readonly Word[]): Unit<Word>[] {
  const units: Unit<Word>[] = [];
  let lead: Word[] = [];
  for (const [index, word] of words.entries()) {
    const inside = index > 0 && index < words.length - 1;
    if (PARTICLES.has(word.text) || (inside && CONNECTORS.has(word.text) && !word.initial)) lead.push(word);
    else {
      units.push({ words: [...lead, word], text: word.text, led: lead.length > 0 && units.length > 0 });
      lead = [];
    }
  }
  return units;
}

function flat<Word extends NameWord>(units: readonly Unit<Word>[]): Word[] {
  return units.flatMap((unit) => unit.words);
}
