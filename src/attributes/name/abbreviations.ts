import { GIVEN_ABBREVIATIONS } from '../../identity/resolution/persons/data/name-parts.js';
import { SURNAME_ABBREVIATIONS } from '../../identity/resolution/persons/data/surnames.js';
import type { WrittenWord } from './written-word.js';

/** How the names are written that abbreviations stand for; a name that is missing here has no accent. */
const WITH_ACCENT: ReadonlyMap<string, string> = new Map(
  `maria María|jose José|fernandez Fernández|garcia García|gonzalez González|gomez Gómez|gutierrez Gutiérrez|
   hernandez Hernández|jimenez Jiménez|lopez López|mendez Méndez|martinez Martínez|perez Pérez|rodriguez Rodríguez|
   ramirez Ramírez|sanchez Sánchez|vazquez Vázquez|velez Vélez|alvarez Álvarez|dominguez Domínguez`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
/** Portuguese writes Maria. */
const PORTUGUESE: ReadonlySet<string> = new Set(['BR', 'PT', 'AO', 'MZ']);

/**
 * The given name that a word abbreviates, written out (`Ma.`, `Fco`, `Gpe.`); null when it abbreviates none. Without its
 * point, a word that could be a name itself (Jos, Edo) is taken for one.
 */
export function givenInFull(word: WrittenWord, country: string | null): string | null {
  const meant = GIVEN_ABBREVIATIONS.get(word.text);
  if (meant === undefined || !isAbbreviation(word)) return null;
  return meant === 'maria' && PORTUGUESE.has(country ?? '') ? 'Maria' : written(meant);
}

/** The surname that a word abbreviates (`Glez.`, `Hdz`), written out; null when it abbreviates none. */
export function surnameInFull(word: WrittenWord): string | null {
  const meant = SURNAME_ABBREVIATIONS.get(word.text);
  return meant === undefined ? null : written(meant);
}

function isAbbreviation({ text, written: raw }: WrittenWord): boolean {
  return raw.endsWith('.') || text === 'ma' || /^[^aeiouy]{2}/.test(text);
}

function written(name: string): string {
  return WITH_ACCENT.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1);
}
