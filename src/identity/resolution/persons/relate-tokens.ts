import { editDistance } from './edit-distance.js';
import type { NameToken } from './name-token.js';

/**
 * How alike two tokens are: one name; one name with a typing error; one name if surname and birth date say so too; neither
 * clearly one nor clearly two (twins are often named alike, so nothing else helps); two names.
 */
export const RELATION = { SAME: 4, CLOSE: 3, LIKELY: 2, DOUBT: 1, DIFFERENT: 0 } as const;
/** Edits beyond which two tokens are not looked at letter by letter. */
const EDITS_MAX = 3;

export type Relation = (typeof RELATION)[keyof typeof RELATION];

/**
 * Relates two tokens of two or more letters. SAME: equal, spellings or nicknames of one name, alike in sound. CLOSE: a
 * typing error or a truncation. LIKELY: a form in another language, two edits in a short name. Symmetric.
 */
export function relateTokens(a: NameToken, b: NameToken): Relation {
  if (a.text === b.text || a.canonical === b.canonical) return RELATION.SAME;
  if (!a.latin || !b.latin) return a.latin === b.latin ? relateLetters(a, b) : RELATION.DOUBT;
  const nickname = relateNicknames(a, b);
  if (nickname !== RELATION.DIFFERENT) return nickname;
  if (a.phonetic === b.phonetic) return soundsAlike(a, b);
  if (a.cognates.has(b.canonical)) return RELATION.LIKELY;
  if (a.known && b.known) return relateKnown(a, b);
  return relateLetters(a, b);
}

function relateNicknames(a: NameToken, b: NameToken): Relation {
  if (a.formal.size === 0 && b.formal.size === 0) return RELATION.DIFFERENT;
  if (a.formal.has(b.canonical) || b.formal.has(a.canonical)) return RELATION.SAME;
  if (hasAny(b.cognates, a.formal) || hasAny(a.cognates, b.formal)) return RELATION.LIKELY;
  const shared = [...a.formal].filter((name) => b.formal.has(name)).length;
  if (shared === 0) return RELATION.DIFFERENT;
  const nested = shared === Math.min(a.formal.size, b.formal.size);
  return nested && !(a.isFormal && b.isFormal) ? RELATION.SAME : RELATION.LIKELY;
}

function hasAny(names: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const name of wanted) if (names.has(name)) return true;
  return false;
}

/** Two listed names that sound alike without being listed as spellings of one are one only from four sounds up. */
function soundsAlike(a: NameToken, b: NameToken): Relation {
  if (a.known && b.known && a.phonetic.length < 4 && a.text[0] !== b.text[0]) return RELATION.DOUBT;
  return RELATION.SAME;
}

/**
 * Two different listed names: a slip between long ones is possible and so is a short form that begins the other (al,
 * ali); the other gender or another short name is another person.
 */
function relateKnown(a: NameToken, b: NameToken): Relation {
  const [shorter, longer] = a.text.length <= b.text.length ? [a, b] : [b, a];
  if (!shorter.isFormal && longer.text.startsWith(shorter.text)) return RELATION.LIKELY;
  if (shorter.text.length < 5 || isOtherGender(a.text, b.text)) return RELATION.DIFFERENT;
  return editDistance(a.text, b.text, 1) <= 1 ? RELATION.DOUBT : RELATION.DIFFERENT;
}

/** Mario and María, Gabriel and Gabriela, Alexandre and Alexandra. */
export function isOtherGender(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length === 1) return longer === `${shorter}a`;
  if (a.length !== b.length || a.slice(0, -1) !== b.slice(0, -1)) return false;
  const endings = [a.at(-1), b.at(-1)];
  return endings.includes('a') && (endings.includes('o') || endings.includes('e'));
}

function relateLetters(a: NameToken, b: NameToken): Relation {
  const shortest = Math.min(a.text.length, b.text.length);
  if (isTruncation(a, b)) return RELATION.CLOSE;
  if (differingLetters(a, b) > 2 * EDITS_MAX)
    return sharesBeginning(a.text, b.text) ? RELATION.LIKELY : RELATION.DIFFERENT;
  if (isSameButLost(a.text, b.text)) return RELATION.SAME;
  const longest = Math.max(a.text.length, b.text.length);
  const distance = editDistance(a.text, b.text, EDITS_MAX);
  if (distance <= (longest >= 8 ? 2 : 1) && shortest >= 3) return judgeSlip(a, b, distance);
  if (distance > EDITS_MAX) return sharesBeginning(a.text, b.text) ? RELATION.LIKELY : RELATION.DIFFERENT;
  if (a.latin && longest >= 6 && editDistance(a.phonetic, b.phonetic, 1) <= 1) return RELATION.CLOSE;
  return judgeDistance(a.text, b.text, distance);
}

/** Letters that occur in one token only: an edit changes at most two of them. Letters are told apart modulo 32. */
function differingLetters(a: NameToken, b: NameToken): number {
  let bits = a.letters ^ b.letters;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count += 1;
  }
  return count;
}

/**
 * A slip that makes the other gender may be the other person; one in three letters may be anything, and so may another
 * first letter of a short name, which is seldom mistyped.
 */
function judgeSlip(a: NameToken, b: NameToken, distance: number): Relation {
  const longest = Math.max(a.text.length, b.text.length);
  if (Math.min(a.text.length, b.text.length) < 4 && longest < 5) return RELATION.LIKELY;
  if (longest < 6 && a.text[0] !== b.text[0] && a.text[0] !== b.text[1]) return RELATION.LIKELY;
  return distance === 1 && makesOtherGender(a, b) ? RELATION.DOUBT : RELATION.CLOSE;
}

/** An unlisted name that ends like the other gender; `alejandr` is a truncation, not a man. */
function makesOtherGender(a: NameToken, b: NameToken): boolean {
  if (!isOtherGender(a.text, b.text)) return false;
  const [shorter] = a.text.length <= b.text.length ? [a] : [b];
  return a.text.length === b.text.length || (shorter?.known ?? false);
}

/** Two edits in a short name; three in a long one with the same beginning are in doubt. */
function judgeDistance(a: string, b: string, distance: number): Relation {
  if (sharesBeginning(a, b)) return RELATION.LIKELY;
  const shortest = Math.min(a.length, b.length);
  if (shortest < 5) return RELATION.DIFFERENT;
  if (distance <= 2) return RELATION.LIKELY;
  return shortest >= 7 && a[0] === b[0] ? RELATION.DOUBT : RELATION.DIFFERENT;
}

/** One begins with the other, of which three letters are left. */
function sharesBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/** The longer begins with the shorter, of which at least five letters are left and which is no name itself. */
function isTruncation(a: NameToken, b: NameToken): boolean {
  const [shorter, longer] = a.text.length <= b.text.length ? [a, b] : [b, a];
  return shorter.text.length >= 5 && !shorter.known && longer.text.startsWith(shorter.text);
}

/** Equal but for letters that were lost on the way, written as `?`. */
function isSameButLost(a: string, b: string): boolean {
  if (a.length !== b.length || !(a.includes('?') || b.includes('?'))) return false;
  return [...a].every((letter, index) => letter === b[index] || letter === '?' || b[index] === '?');
}
