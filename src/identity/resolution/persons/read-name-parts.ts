import { GIVEN_NAMES } from './data/given-names.js';
import { GENERATIONS, TITLES } from './data/name-parts.js';
import { SURNAMES } from './data/surnames.js';
import type { NameWord } from './name-words.js';
import { isPlaceholderName } from './placeholder-name.js';
import { splitFullName } from './split-full-name.js';

/** Characters of one name field that are read; real full names stay below 120. */
export const NAME_CHARS_MAX = 256;

/** The words of a name by what they are. `Word` is whatever the caller's reader makes of a text. */
export interface NameParts<Word extends NameWord = NameWord> {
  readonly given: readonly Word[];
  readonly family: readonly Word[];
  /** Forms of address that stood before the name. */
  readonly titles: readonly Word[];
  /** What tells the generations apart (Jr, Filho), with its mark of `GENERATIONS`; null without one. */
  readonly generation: { readonly word: Word; readonly mark: string } | null;
  /** Words stood where a name should be that name nobody (`Sin nombre`); they are in no part. */
  readonly hadPlaceholder: boolean;
}

interface Halves<Word> {
  readonly given: readonly Word[];
  readonly family: readonly Word[];
}

/**
 * Where the given names of a record end and its surnames begin: by the fields `givenName`, `middleName`, `familyName` and
 * `secondFamilyName`, or by splitting `fullName`, `name` or a field that holds a whole name.
 *
 * @param read makes the words of one text, in their order
 */
export function readNameParts<Word extends NameWord>(
  attributes: Readonly<Record<string, unknown>>,
  read: (text: string) => readonly Word[],
): NameParts<Word> {
  return new PartsReader(read).parts(attributes);
}

class PartsReader<Word extends NameWord> {
  private readonly titles: Word[] = [];
  private hadPlaceholder = false;

  constructor(private readonly read: (text: string) => readonly Word[]) {}

  parts(attributes: Readonly<Record<string, unknown>>): NameParts<Word> {
    const halves = this.halvesOf(attributes);
    const { halves: bare, generation } = withoutGeneration(halves);
    return { ...bare, titles: this.titles, generation, hadPlaceholder: this.hadPlaceholder };
  }

  private halvesOf(attributes: Readonly<Record<string, unknown>>): Halves<Word> {
    const givenText = [attributes['givenName'], attributes['middleName']].map(text).join(' ').trim();
    const familyText = [attributes['familyName'], attributes['secondFamilyName']].map(text).join(' ').trim();
    const fullText = text(attributes['fullName']) || text(attributes['name']);
    if (givenText === '' && fullText !== '') return this.overlay(this.fromFullName(fullText), familyText);
    if (givenText === '' && familyText.includes(',')) return this.withoutPlaceholders(this.fromFullName(familyText));
    const words = this.read(givenText);
    const given = words.slice(titleCount(words));
    if (familyText === '' && (givenText.includes(',') || given.length > 2 || endsInSurname(given))) {
      return this.withoutPlaceholders(this.fromFullName(givenText));
    }
    return this.withoutPlaceholders({ given: this.withoutTitles(words), family: this.read(familyText) });
  }

  private overlay(halves: Halves<Word>, familyText: string): Halves<Word> {
    const family = this.read(familyText);
    return this.withoutPlaceholders(family.length > 0 ? { given: halves.given, family } : halves);
  }

  /** `Apellido, Nombre`, or the words in their order; a comma before a generation (Pérez, Jr.) separates nothing. */
  private fromFullName(fullName: string): Halves<Word> {
    const [before = '', ...after] = fullName.split(',');
    const family = this.read(before);
    const given = this.withoutTitles(this.read(after.join(' ')));
    if (family.length > 0 && given.length > 0 && !given.every((word) => GENERATIONS.has(word.text))) {
      return { given, family };
    }
    const words = this.withoutTitles([...family, ...given]);
    if (isPlaceholderName(words.map((word) => word.text))) return this.nobody();
    const last = words.at(-1);
    if (!last || words.length < 3 || !GENERATIONS.has(last.text)) return splitFullName(words);
    const { given: first, family: rest } = splitFullName(words.slice(0, -1));
    return { given: first, family: [...rest, last] };
  }

  private withoutPlaceholders(halves: Halves<Word>): Halves<Word> {
    const given = halves.given.map((word) => word.text);
    const family = halves.family.map((word) => word.text);
    if (isPlaceholderName([...given, ...family])) return this.nobody();
    const [noGiven, noFamily] = [isPlaceholderName(given), isPlaceholderName(family)];
    this.hadPlaceholder ||= noGiven || noFamily;
    return { given: noGiven ? [] : halves.given, family: noFamily ? [] : halves.family };
  }

  private nobody(): Halves<Word> {
    this.hadPlaceholder = true;
    return { given: [], family: [] };
  }

  /** Takes forms of address from the front, as long as a name remains. */
  private withoutTitles(words: readonly Word[]): readonly Word[] {
    const count = titleCount(words);
    this.titles.push(...words.slice(0, count));
    return words.slice(count);
  }
}

function titleCount(words: readonly NameWord[]): number {
  let count = 0;
  while (count < words.length - 1 && TITLES.has(words[count]?.text ?? '')) count += 1;
  return count;
}

/** `Ana Martínez` in the field of the given names. */
function endsInSurname(words: readonly NameWord[]): boolean {
  const last = words.at(-1)?.text ?? '';
  return words.length > 1 && SURNAMES.has(last) && !GIVEN_NAMES.has(last);
}

/** Takes the generation from the end of the surnames or of the given names, as long as a name remains before it. */
function withoutGeneration<Word extends NameWord>(
  halves: Halves<Word>,
): { halves: Halves<Word>; generation: NameParts<Word>['generation'] } {
  const inFamily = halves.family.length > 1 ? generationOf(halves.family) : null;
  if (inFamily) return { halves: { ...halves, family: halves.family.slice(0, -1) }, generation: inFamily };
  const inGiven = halves.given.length > 1 ? generationOf(halves.given) : null;
  if (inGiven) return { halves: { ...halves, given: halves.given.slice(0, -1) }, generation: inGiven };
  return { halves, generation: null };
}

function generationOf<Word extends NameWord>(words: readonly Word[]): NameParts<Word>['generation'] {
  const word = words.at(-1);
  const mark = word && GENERATIONS.get(word.text);
  return word && mark ? { word, mark } : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, NAME_CHARS_MAX).trim() : '';
}
