import { foldName } from './address-text.js';
import type { CountryRules } from './countries/country-rules.types.js';
import { own } from './own.js';
import { properCase } from './proper-case.js';

/** What is inside a building: Piso 3, PB, Interior 4. */
const VALUE =
  /^(?:[a-z]?\d[\p{L}\d]{0,6}(?:[-/][\p{L}\d]{1,5})*|[\p{L}]{1,2}(?:[-/]?\d{1,4})?|pb|izq|izda|dcha|der|centro)[.º°ª]?$/iu;
const SIGN = /^(?:#|no\.?|n[º°o]\.?|num\.?|nro\.?)$/i;
/** Units that are a name by themselves. */
const ALONE: Readonly<Record<string, string>> = {
  pb: 'Planta Baja',
  'planta baja': 'Planta Baja',
  bajo: 'Bajo',
  bajos: 'Bajos',
  altos: 'Altos',
  entresuelo: 'Entresuelo',
  atico: 'Ático',
  sotano: 'Sótano',
  fundos: 'Fundos',
  terreo: 'Térreo',
  fondo: 'Fondo',
  izquierda: 'Izquierda',
  izq: 'Izquierda',
  izda: 'Izquierda',
  derecha: 'Derecha',
  dcha: 'Derecha',
  der: 'Derecha',
  penthouse: 'Penthouse',
  ph: 'Penthouse',
};
/** Units that may have a name instead of a number: Torre Norte, Edificio San Fernando. */
const NAMED: ReadonlySet<string> = new Set(
  'Torre Edificio Edifício Bloque Bloco Casa Local Etapa Portal Conjunto Galpão Bodega'.split(' '),
);

export interface UnitsRead {
  readonly units: readonly string[];
  /** The words before them. */
  readonly left: string;
}

/**
 * Takes designators with their values from the end of a text: `Av. Juárez 12 Int. 4` leaves `Av. Juárez 12`.
 *
 * @param whole the text is nothing but units, so a Torre or Edificio may have a name
 */
export function readUnits(text: string, rules: CountryRules, whole = false): UnitsRead {
  const words = splitWords(text);
  const units: string[] = [];
  let end = words.length;
  while (end > 0) {
    const taken = lastUnit(words.slice(0, end), rules, whole);
    if (taken === null) break;
    units.unshift(taken.unit);
    end -= taken.words;
  }
  const left = words
    .slice(0, end)
    .join(' ')
    .replace(/[\s,]+$/, '');
  const named = whole && left !== '' ? (namedUnit(words.slice(0, end), rules) ?? floorUnits(left, rules)) : null;
  return named === null ? { units, left } : { units: [...named, ...units], left: '' };
}

/** One value with the designator of its key: `interiorNumber: 4` is Interior 4. */
export function unitOf(designator: string, value: string, rules: CountryRules): string {
  const word = own(rules.units, designator);
  return word === undefined ? value : `${word} ${value.replace(/^(?:#|no?\.|n[º°])\s*/i, '')}`;
}

/** `Piso3`, `Mz.C`, `Int:4` in words of their own. */
function splitWords(text: string): string[] {
  return text
    .replace(/(\p{L}{2,}[.:])(?=[\p{L}\d])/gu, '$1 ')
    .replace(/#(?=\S)/g, '# ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function lastUnit(
  words: readonly string[],
  rules: CountryRules,
  whole: boolean,
): { unit: string; words: number } | null {
  const last = bare(words.at(-1) ?? '');
  const two = words.length > 1 ? `${bare(words.at(-2) ?? '')} ${last}` : '';
  // Calle Derecha is a street; after a house number it is a side.
  const isInside = whole || words.slice(0, -1).some((word) => /\d/.test(word));
  const alone = isInside ? (own(ALONE, two) ?? own(ALONE, last)) : undefined;
  if (alone !== undefined) return { unit: alone, words: own(ALONE, two) === undefined ? 1 : 2 };
  if (!VALUE.test((words.at(-1) ?? '').replace(/,$/, ''))) return null;
  const value = (words.at(-1) ?? '').replace(/[.,º°ª]+$/, '').toUpperCase();
  const signs = SIGN.test(words.at(-2) ?? '') ? 1 : 0;
  const designator = own(rules.units, bare(words.at(-2 - signs) ?? ''));
  return designator === undefined ? null : { unit: `${designator} ${value}`, words: 2 + signs };
}

function namedUnit(words: readonly string[], rules: CountryRules): readonly string[] | null {
  const designator = own(rules.units, bare(words[0] ?? ''));
  if (designator === undefined || !NAMED.has(designator) || words.length < 2) return null;
  const hasOther = words.some(
    (word, at) => at > 0 && own(rules.units, bare(word)) !== undefined && /\d/.test(words[at + 1] ?? ''),
  );
  return hasOther || words.some((word) => SIGN.test(word))
    ? null
    : [`${designator} ${properCase(words.slice(1).join(' '), true)}`];
}

/** `3º B`, `3° 12`, `3o izq`: floor and door. */
const FLOOR = /^(\d{1,2})\s?[º°ª](?:\s*"?([\p{L}]|\d{1,3}|izq|izda|dcha|der)[ºª.]?"?)?$/iu;

/** Floor and door of a text that is nothing else; null when it is more. */
export function floorUnits(text: string, rules: CountryRules): readonly string[] | null {
  const match = FLOOR.exec(text.trim());
  return match ? doorUnits(match[1] ?? '', match[2], rules) : null;
}

export function doorUnits(floor: string, door: string | undefined, rules: CountryRules): readonly string[] {
  const side = own(ALONE, (door ?? '').toLowerCase());
  if (door === undefined) return [`Piso ${floor}`];
  return [`Piso ${floor}`, side ?? `${rules.door ?? 'Departamento'} ${door.toUpperCase()}`];
}

function bare(word: string): string {
  return foldName(word);
}
