import { readBirthDate } from './birth-date.js';
import { GIVEN_NAMES } from './data/given-names.js';
import { CONNECTORS, GENERATIONS, GIVEN_ABBREVIATIONS, PARTICLES, TITLES } from './data/name-parts.js';
import { SURNAME_ABBREVIATIONS, SURNAMES } from './data/surnames.js';
import { nameWords, type NameWord } from './name-words.js';
import { NOBODY, type Person } from './person.types.js';
import { isPlaceholderName } from './placeholder-name.js';
import { splitFullName } from './split-full-name.js';

/** Characters of one name field that are read; real full names stay below 120. */
const NAME_CHARS_MAX = 256;
/** Tokens of a part of a name that are compared, and the letters of each: nobility has seven given names. */
const TOKENS_MAX = 8;
const TOKEN_CHARS_MAX = 40;

interface NameParts {
  readonly given: readonly NameWord[];
  readonly family: readonly NameWord[];
}

/**
 * What a record's attributes say about who the person is: `givenName`, `middleName`, `familyName`, `secondFamilyName`,
 * `fullName` or `name` (split when the parts are missing) and `birthDate`. Anything unusable is unknown; organisations
 * (`recordType`, or an `organizationName` without a person's name) are nobody. A generation after the name (Jr, Filho,
 * Neto) becomes a mark at the end of `family`, see `isGenerationMark`.
 */
export function personOf(attributes: Readonly<Record<string, unknown>>): Person {
  if (isOrganization(attributes)) return NOBODY;
  const parts = partsOf(attributes);
  const { words: bare, mark } = withoutGeneration(parts);
  const family = tokens(bare.family, SURNAME_ABBREVIATIONS);
  return {
    given: withoutSurnames(tokens(bare.given, GIVEN_ABBREVIATIONS), family),
    family: mark === null ? family : [...family, mark],
    birthDate: readBirthDate(attributes['birthDate']).date,
  };
}

function isOrganization(attributes: Readonly<Record<string, unknown>>): boolean {
  const kind = text(attributes['recordType']);
  if (/^(organi[sz]ation|company|business|empresa)$/i.test(kind)) return true;
  const names = ['givenName', 'middleName', 'familyName', 'secondFamilyName', 'fullName', 'name'];
  return text(attributes['organizationName']) !== '' && names.every((name) => text(attributes[name]) === '');
}

function partsOf(attributes: Readonly<Record<string, unknown>>): NameParts {
  const givenText = [attributes['givenName'], attributes['middleName']].map(text).join(' ').trim();
  const familyText = [attributes['familyName'], attributes['secondFamilyName']].map(text).join(' ').trim();
  const fullText = text(attributes['fullName']) || text(attributes['name']);
  if (givenText === '' && fullText !== '') return overlay(fromFullName(fullText), familyText);
  if (givenText === '' && familyText.includes(',')) return withoutPlaceholders(fromFullName(familyText));
  const given = withoutTitles(read(givenText));
  if (familyText === '' && (givenText.includes(',') || given.length > 2 || endsInSurname(given))) {
    return withoutPlaceholders(fromFullName(givenText));
  }
  return withoutPlaceholders({ given, family: read(familyText) });
}

/** `Ana Martínez` in the field of the given names. */
function endsInSurname(words: readonly NameWord[]): boolean {
  const last = words.at(-1)?.text ?? '';
  return words.length > 1 && SURNAMES.has(last) && !GIVEN_NAMES.has(last);
}

function overlay(parts: NameParts, familyText: string): NameParts {
  const family = read(familyText);
  return withoutPlaceholders(family.length > 0 ? { given: parts.given, family } : parts);
}

/** `Apellido, Nombre`, or the words in their order; a comma before a generation (Pérez, Jr.) separates nothing. */
function fromFullName(fullName: string): NameParts {
  const [before = '', ...after] = fullName.split(',');
  const family = read(before);
  const given = withoutTitles(read(after.join(' ')));
  if (family.length > 0 && given.length > 0 && !given.every((word) => GENERATIONS.has(word.text))) {
    return { given, family };
  }
  const words = withoutTitles([...family, ...given]);
  if (isPlaceholderName(words.map((word) => word.text))) return { given: [], family: [] };
  const last = words.at(-1);
  if (!last || words.length < 3 || !GENERATIONS.has(last.text)) return splitFullName(words);
  const { given: first, family: rest } = splitFullName(words.slice(0, -1));
  return { given: first, family: [...rest, last] };
}

function read(name: string): NameWord[] {
  return nameWords(name, NAME_CHARS_MAX);
}

function withoutPlaceholders(parts: NameParts): NameParts {
  const given = parts.given.map((word) => word.text);
  const family = parts.family.map((word) => word.text);
  if (isPlaceholderName([...given, ...family])) return { given: [], family: [] };
  return {
    given: isPlaceholderName(given) ? [] : parts.given,
    family: isPlaceholderName(family) ? [] : parts.family,
  };
}

/** Drops forms of address at the front, as long as a name remains. */
function withoutTitles(words: readonly NameWord[]): readonly NameWord[] {
  let start = 0;
  while (start < words.length - 1 && TITLES.has(words[start]?.text ?? '')) start += 1;
  return words.slice(start);
}

/** Takes the generation from the end of the surnames or of the given names, as long as a name remains before it. */
function withoutGeneration(parts: NameParts): { words: NameParts; mark: string | null } {
  const inFamily = parts.family.length > 1 ? markOf(parts.family) : null;
  if (inFamily !== null) return { words: { ...parts, family: parts.family.slice(0, -1) }, mark: inFamily };
  const inGiven = parts.given.length > 1 ? markOf(parts.given) : null;
  if (inGiven !== null) return { words: { ...parts, given: parts.given.slice(0, -1) }, mark: inGiven };
  return { words: parts, mark: null };
}

function markOf(words: readonly NameWord[]): string | null {
  return GENERATIONS.get(words.at(-1)?.text ?? '') ?? null;
}

/** Comparable tokens: particles dropped, abbreviations written out, each token once. */
function tokens(words: readonly NameWord[], abbreviations: ReadonlyMap<string, string>): string[] {
  const kept = words.filter((word, index) => !isParticle(word, index, words.length));
  const all = (kept.length > 0 ? kept : words).map(({ text: word }) => cut(abbreviations.get(word) ?? word));
  return [...new Set(all)].slice(0, TOKENS_MAX);
}

/** The beginning of a token, never half of a surrogate pair. */
function cut(token: string): string {
  return token.length > TOKEN_CHARS_MAX ? [...token].slice(0, TOKEN_CHARS_MAX).join('') : token;
}

function isParticle(word: NameWord, index: number, length: number): boolean {
  if (word.text.length > 1) return PARTICLES.has(word.text);
  const inside = index > 0 && index < length - 1;
  return !word.initial && inside && (CONNECTORS.has(word.text) || PARTICLES.has(word.text));
}

/** Drops a surname that was repeated among the given names, unless it is a given name too. */
function withoutSurnames(given: readonly string[], family: readonly string[]): readonly string[] {
  const kept = given.filter((token) => !family.includes(token) || GIVEN_NAMES.has(token));
  return kept.length > 0 ? kept : given;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, NAME_CHARS_MAX).trim() : '';
}
