import { readBirthDate } from './birth-date.js';
import { GIVEN_NAMES } from './data/given-names.js';
import { CONNECTORS, GIVEN_ABBREVIATIONS, PARTICLES } from './data/name-parts.js';
import { SURNAME_ABBREVIATIONS } from './data/surnames.js';
import { nameWords, type NameWord } from './name-words.js';
import { NOBODY, type Person } from './person.types.js';
import { NAME_CHARS_MAX, readNameParts } from './read-name-parts.js';

/** Tokens of a part of a name that are compared, and the letters of each: nobility has seven given names. */
const TOKENS_MAX = 8;
const TOKEN_CHARS_MAX = 40;

/**
 * What a record's attributes say about who the person is: `givenName`, `middleName`, `familyName`, `secondFamilyName`,
 * `fullName` or `name` (split when the parts are missing) and `birthDate`. Anything unusable is unknown; organisations
 * (`recordType`, or an `organizationName` without a person's name) are nobody. A generation after the name (Jr, Filho,
 * Neto) becomes a mark at the end of `family`, see `isGenerationMark`.
 */
export function personOf(attributes: Readonly<Record<string, unknown>>): Person {
  if (isOrganization(attributes)) return NOBODY;
  const parts = readNameParts(attributes, (name) => nameWords(name, NAME_CHARS_MAX));
  const family = tokens(parts.family, SURNAME_ABBREVIATIONS);
  return {
    given: withoutSurnames(tokens(parts.given, GIVEN_ABBREVIATIONS), family),
    family: parts.generation === null ? family : [...family, parts.generation.mark],
    birthDate: readBirthDate(attributes['birthDate']).date,
  };
}

/** Whether a record says that it is about an organisation, or names only one. */
export function isOrganization(attributes: Readonly<Record<string, unknown>>): boolean {
  const kind = text(attributes['recordType']);
  if (/^(organi[sz]ation|company|business|empresa)$/i.test(kind)) return true;
  const names = ['givenName', 'middleName', 'familyName', 'secondFamilyName', 'fullName', 'name'];
  return text(attributes['organizationName']) !== '' && names.every((name) => text(attributes[name]) === '');
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
