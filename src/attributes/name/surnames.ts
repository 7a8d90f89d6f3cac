import { FEMALE_NAMES } from '../../identity/resolution/persons/data/given-names.js';
import { CONNECTORS } from '../../identity/resolution/persons/data/name-parts.js';
import { isSmall } from './name-case.js';
import type { SurnameOrder } from './name.types.js';
import type { WrittenWord } from './written-word.js';

/** Surnames of several words that look like a wife's: Ponce de León is one surname. Folded. */
const COMPOUND: ReadonlySet<string> = new Set(
  `cabeza vaca|diaz leon|diaz vivar|fernandez cordoba|garcia alba|garcia leon|garcia paredes|hurtado mendoza|
   martinez hoz|martinez perez|montes oca|nunez balboa|perez cuellar|perez tudela|ponce leon|ruiz alarcon|ruiz velasco|
   saenz tejada|sainz baranda|salas barbadillo|sanchez bustamante|tellez giron|velez guevara|lopez haro|
   alvarez toledo|gutierrez pineres|rodriguez francia|suarez figueroa|vaca castro|rincon gallardo`
    .split('|')
    .map((pair) => pair.trim()),
);
/** Countries whose people are addressed by their last surname. */
const LAST_SURNAME: ReadonlySet<string> = new Set(['BR', 'PT', 'AO', 'MZ', 'CV']);
const PORTUGUESE_WORDS: ReadonlySet<string> = new Set(['da', 'do', 'das', 'dos', 'filho', 'neto']);
const WIDOW: ReadonlySet<string> = new Set(['vda', 'viuda']);

/**
 * By which surname a person is addressed: in Brazil and Portugal the last one, elsewhere the first one. Without a country the
 * particles (da, dos) and generations (Filho, Neto) of Portuguese tell.
 */
export function surnameOrderOf(
  country: string | null,
  family: readonly WrittenWord[],
  generation: WrittenWord | null,
): SurnameOrder {
  if (country !== null) return LAST_SURNAME.has(country) ? 'LAST' : 'FIRST';
  const words = generation ? [...family, generation] : family;
  return words.some(({ text }) => PORTUGUESE_WORDS.has(text)) ? 'LAST' : 'FIRST';
}

/** One surname: its particles and its words. */
export function surnameUnits(family: readonly WrittenWord[]): WrittenWord[][] {
  const units: WrittenWord[][] = [];
  let lead: WrittenWord[] = [];
  for (const word of family) {
    const last = units.at(-1);
    if (isSmall(word)) lead.push(word);
    else if (word.hyphenated && last && lead.length === 0) last.push(word);
    else {
      units.push([...lead, word]);
      lead = [];
    }
  }
  return lead.length > 0 ? [...units, lead] : units;
}

/** The unit without the "and" that joins it to the surname before (y Gasset). */
export function withoutConnector(unit: readonly WrittenWord[]): readonly WrittenWord[] {
  const [first] = unit;
  return first && unit.length > 1 && CONNECTORS.has(first.text) ? unit.slice(1) : unit;
}

/**
 * How many units at the end are a husband's surname: after `vda.` or `viuda` always, after a bare `de` when a woman's
 * given name and a surname stand before it and the two are not a surname of their own (Ponce de León).
 */
export function marriedUnits(units: readonly (readonly WrittenWord[])[], given: readonly WrittenWord[]): number {
  const at = units.findIndex((unit) => unit.some(({ text }) => WIDOW.has(text)));
  if (at >= 0) return units.length - at;
  const [before, last] = units.slice(-2);
  if (units.length < 2 || !before || !last || last.length !== 2 || last[0]?.text !== 'de') return 0;
  const isCompound = COMPOUND.has(`${before.at(-1)?.text ?? ''} ${last[1]?.text ?? ''}`);
  return FEMALE_NAMES.has(given[0]?.text ?? '') && !isCompound ? 1 : 0;
}
