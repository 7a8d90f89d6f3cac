import { GIVEN_NAMES } from '../../identity/resolution/persons/data/given-names.js';
import { isOrganization } from '../../identity/resolution/persons/person-of.js';
import { NAME_CHARS_MAX, readNameParts, type NameParts } from '../../identity/resolution/persons/read-name-parts.js';
import { givenInFull, surnameInFull } from './abbreviations.js';
import { properCase } from './name-case.js';
import type { NameContext, NameReading, StandardName, SurnameOrder } from './name.types.js';
import { marriedUnits, surnameOrderOf, surnameUnits, withoutConnector } from './surnames.js';
import { WordReader, type WrittenWord } from './written-word.js';

/** Attributes of a record that name a person. */
export const NAME_FIELDS: readonly string[] = [
  'givenName',
  'middleName',
  'familyName',
  'secondFamilyName',
  'fullName',
  'name',
];

/** How titles and generations are written that have one usual form. */
const USUAL: ReadonlyMap<string, string> = new Map(
  `sr Sr.|sra Sra.|srta Srta.|srita Srita.|dr Dr.|dra Dra.|lic Lic.|licda Licda.|ing Ing.|eng Eng.|arq Arq.|prof Prof.|
   profa Profa.|mtro Mtro.|mtra Mtra.|abg Abg.|abog Abog.|adv Adv.|mr Mr.|mrs Mrs.|ms Ms.|jr Jr.|jnr Jr.|cp C.P.|psic Psic.`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
const ROMAN = /^(?:i{2,3}|iv)$/;

/**
 * The standard form of the name that a record's attributes give: given names and surnames told apart, abbreviations written
 * out, capitals and spoiled characters repaired, titles and nicknames set aside. An organisation's name is nobody's. Every
 * word is in a part of the result or in `raw`. Never throws. Given names and surnames are divided exactly as where
 * persons are compared (`readNameParts`).
 */
export function standardiseName(attributes: Readonly<Record<string, unknown>>, context: NameContext = {}): NameReading {
  const raw = nameAttributes(attributes);
  if (Object.keys(raw).length === 0) return { name: null, raw, problems: [] };
  const reader = new WordReader();
  const parts = readNameParts(withoutRepeatedSurname(raw), (text) => reader.read(text));
  if (parts.hadPlaceholder) reader.problems.add('PLACEHOLDER');
  if (Object.values(raw).some((each) => typeof each === 'string' && each.length > NAME_CHARS_MAX)) {
    reader.problems.add('TOO_LONG');
  }
  const problems = [...reader.problems].sort();
  const isNamed = parts.given.length + parts.family.length > 0;
  const name = isNamed ? write(parts, context.country ?? null, reader, { raw, problems }) : null;
  return { name, raw, problems };
}

/** The attributes of a record that name a person, as they are; none of an organisation's record. */
export function nameAttributes(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (isOrganization(attributes)) return {};
  const said = NAME_FIELDS.filter((field) => typeof attributes[field] === 'string' && attributes[field].trim() !== '');
  return Object.fromEntries(said.map((field) => [field, attributes[field]]));
}

function write(
  parts: NameParts<WrittenWord>,
  country: string | null,
  { nicknames, rest }: WordReader,
  origin: Pick<StandardName, 'raw' | 'problems'>,
): StandardName {
  const givenWords = withoutSurnames(parts.given, parts.family);
  const units = surnameUnits(parts.family);
  const order = surnameOrderOf(country, parts.family, parts.generation?.word ?? null);
  const married = order === 'LAST' ? 0 : marriedUnits(units, givenWords);
  const own = units.slice(0, units.length - married);
  const given = join(givenWords, properCase(givenWords, parts.family), (word) => givenInFull(word, country));
  const cased = caseOf(parts.family, givenWords);
  const family = joined(own.flat(), cased);
  const generation = parts.generation ? usual(parts.generation.word) : null;
  const marriedText = joined(units.slice(own.length).flat(), cased)?.replace(/^(?:vda|viuda)\.?(?: de)?/i, 'viuda de');
  const surnames = own.flatMap((unit) => joined(withoutConnector(unit), cased) ?? []);
  return {
    full: [given, family, marriedText, generation].filter(Boolean).join(' '),
    given,
    family,
    surnames,
    ...mainOf(surnames, order),
    married: marriedText ?? null,
    generation,
    title: parts.titles.length > 0 ? parts.titles.map(usual).join(' ') : null,
    nickname: nicknames.length > 0 ? nicknames.join(', ') : null,
    rest: rest.length > 0 ? rest.join(' ') : null,
    ...origin,
  };
}

function mainOf(
  surnames: readonly string[],
  surnameOrder: SurnameOrder,
): Pick<StandardName, 'mainSurname' | 'surnameOrder'> {
  return { mainSurname: (surnameOrder === 'LAST' ? surnames.at(-1) : surnames[0]) ?? null, surnameOrder };
}

type Cased = ReadonlyMap<WrittenWord, string>;

function caseOf(family: readonly WrittenWord[], given: readonly WrittenWord[]): Cased {
  const written = properCase(family, given);
  return new Map(family.map((word, index) => [word, written[index] ?? word.written]));
}

function joined(words: readonly WrittenWord[], cased: Cased): string | null {
  return join(
    words,
    words.map((word) => cased.get(word) ?? word.written),
    surnameInFull,
  );
}

/** Words as one text, abbreviations written out; null when there are none. */
function join(
  words: readonly WrittenWord[],
  written: readonly string[],
  inFull: (word: WrittenWord) => string | null,
): string | null {
  if (words.length === 0) return null;
  return words
    .map((word, index) => {
      const before = index === 0 ? '' : word.hyphenated ? '-' : ' ';
      const isInitial = word.text.length === 1;
      const text = inFull(word) ?? written[index] ?? word.written;
      return before + (isInitial ? text : text.replace(/\.$/, ''));
    })
    .join('');
}

function usual(word: WrittenWord): string {
  const [written = word.written] = properCase([word]);
  return USUAL.get(word.text) ?? (ROMAN.test(word.text) ? written.toUpperCase() : written);
}

/** Drops surnames that were repeated after the given names (`Ana Gómez`, `Gómez`), unless they are given names too. */
function withoutSurnames(given: readonly WrittenWord[], family: readonly WrittenWord[]): readonly WrittenWord[] {
  const surnames = new Set(family.map(({ text }) => text));
  let end = given.length;
  while (end > 1 && surnames.has(given[end - 1]?.text ?? '') && !GIVEN_NAMES.has(given[end - 1]?.text ?? '')) end -= 1;
  return given.slice(0, end);
}

/** A second surname that the field of the first holds already (`Gómez Ruiz`, `Ruiz`); García García has both. */
function withoutRepeatedSurname(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { familyName, secondFamilyName, ...others } = raw;
  if (typeof familyName !== 'string' || typeof secondFamilyName !== 'string') return raw;
  const isRepeated = ` ${familyName.trim()}`.toLowerCase().endsWith(` ${secondFamilyName.trim()}`.toLowerCase());
  return isRepeated && familyName.trim().length > secondFamilyName.trim().length ? { ...others, familyName } : raw;
}
