import { foldLetters, repairMojibake, type NameWord } from '../../identity/resolution/persons/name-words.js';
import { NAME_CHARS_MAX } from '../../identity/resolution/persons/read-name-parts.js';
import type { NameProblem } from './name.types.js';

/** A word of a name that is compared like any `NameWord` and keeps how it was written. */
export interface WrittenWord extends NameWord {
  readonly written: string;
  /** A hyphen binds it to the word before. */
  readonly hyphenated: boolean;
}

/** María in one sign: Mª, M.ª. */
const ORDINAL_MARIA = /(^|[^\p{L}])m\.?\s?ª\.?/giu;
/** Brackets and quotation marks around a nickname; an apostrophe inside a word is none. */
const ASIDE = /\(([^()]*)\)|"([^"]*)"|“([^”]*)”|«([^»]*)»/g;
const APOSTROPHES = /['’‘`´ʼ′]/g;
const LOST_LETTER = /(?<=\p{L})(?:[0-9|](?=[\p{L}0-9|]*\p{L})|[?\ufffd])|[?\ufffd](?=\p{L}{2})/gu;
/** Letters with apostrophes, lost letters and misread digits inside; an abbreviation keeps its point. */
const WORD = /[\p{L}\p{M}?\ufffd](?:[\p{L}\p{M}?\ufffd0-9|]|['’‘`´ʼ′](?=\p{L}))*\.?/gu;
/** What stands between words and says nothing. */
const PUNCTUATION = /[\s,.;:/_*"“”«»()-]+/g;

/** Reads the texts of one name and gathers what is no part of it. */
export class WordReader {
  readonly nicknames: string[] = [];
  readonly rest: string[] = [];
  readonly problems = new Set<NameProblem>();

  /** The words of one text, in their order. */
  read(text: string): WrittenWord[] {
    const repaired = repairMojibake(text.slice(0, NAME_CHARS_MAX)).normalize('NFC');
    const bare = this.withoutAsides(repaired.replace(ORDINAL_MARIA, '$1Ma. '));
    const shouted = bare === bare.toUpperCase();
    const words: WrittenWord[] = [];
    let end = 0;
    for (const match of bare.matchAll(WORD)) {
      const between = bare.slice(end, match.index);
      this.leave(between);
      end = match.index + match[0].length;
      const word = this.word(match[0], shouted, /[\p{L}.][-‐]$/u.test(`${bare.slice(0, match.index)}`));
      if (word) words.push(word);
      else this.leave(match[0]);
    }
    this.leave(bare.slice(end));
    return words;
  }

  /** Null for signs without a letter. */
  private word(raw: string, shouted: boolean, hyphenated: boolean): WrittenWord | null {
    const known = raw.replace(APOSTROPHES, '').replace(LOST_LETTER, '?');
    const text = foldLetters(known).replace(/[^\p{L}\p{M}?]/gu, '');
    if (!/\p{L}/u.test(text)) return null;
    if (/[?\ufffd]/.test(raw)) this.problems.add('LOST_LETTER');
    if (/[0-9|]/.test(raw)) this.problems.add('DIGIT');
    const capital = !shouted && raw.charAt(0) !== raw.charAt(0).toLowerCase();
    return { text, written: raw, hyphenated, initial: text.length === 1 && (raw.endsWith('.') || capital) };
  }

  /** The text without what stands in brackets; a name that stands in brackets as a whole is the name. */
  private withoutAsides(text: string): string {
    const bare = text.replace(ASIDE, ' ');
    if (bare === text || !/\p{L}/u.test(bare)) return text;
    for (const match of text.matchAll(ASIDE)) {
      const aside = match.slice(1).find((each) => each !== undefined);
      if (aside?.trim()) this.nicknames.push(aside.trim());
    }
    return bare;
  }

  private leave(between: string): void {
    const left = between.replace(PUNCTUATION, ' ').trim();
    if (left === '') return;
    this.rest.push(left);
    this.problems.add('UNREAD_TEXT');
  }
}
