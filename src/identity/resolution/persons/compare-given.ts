import { COMPOUND_FORMS } from './data/compound-forms.js';
import { COMPOUND_HEADS } from './data/given-names.js';
import { matchTokens, shareToken, without, type TokenMatching } from './match-tokens.js';
import { fusedNames, nameToken, type NameToken } from './name-token.js';
import { isGenerationMark } from './person-of.js';
import type { Agreement, Person } from './person.types.js';
import { isOtherGender, RELATION, relateTokens, type Relation } from './relate-tokens.js';

/** One person's names, looked up. */
interface Names {
  /** Given names as written, initials in their places. */
  readonly written: readonly string[];
  /** Given names of two or more letters. */
  readonly full: readonly NameToken[];
  readonly initials: readonly string[];
  readonly family: readonly NameToken[];
}

/**
 * Compares the given names of two persons. AGREE: one name, allowing for nicknames, initials, compound and swapped names
 * and typing errors. CONTRADICT: clearly two. UNKNOWN: one of them has none, or it is neither. Surnames and the agreement
 * of the birth dates only ever help. Symmetric.
 */
export function compareGiven(a: Person, b: Person, birth: Agreement): Agreement {
  if (a.given.length === 0 || b.given.length === 0) return 'UNKNOWN';
  const [first, second] = isOrdered(a.given, b.given) ? [a, b] : [b, a];
  return judgeReadings(readingsOf(first), readingsOf(second), birth === 'AGREE');
}

/** Some reading agrees, or all contradict, or it is unknown. */
function judgeReadings(left: readonly Names[], right: readonly Names[], birth: boolean): Agreement {
  let all: Agreement = 'CONTRADICT';
  for (const a of left) {
    for (const b of right) {
      const verdict = judge(a, b, birth);
      if (verdict === 'AGREE') return 'AGREE';
      if (verdict === 'UNKNOWN') all = 'UNKNOWN';
    }
  }
  return all;
}

/** Persons are compared with many others: their names are looked up once for as long as they are in use. */
const known = new WeakMap<Person, readonly Names[]>();

function readingsOf(person: Person): readonly Names[] {
  const before = known.get(person);
  if (before) return before;
  const names = readings(namesOf(person));
  known.set(person, names);
  return names;
}

/** A fixed order of the two, so that the comparison is symmetric. */
function isOrdered(a: readonly string[], b: readonly string[]): boolean {
  for (const [index, token] of a.entries()) {
    const other = b[index];
    if (other === undefined) return false;
    if (token !== other) return token < other;
  }
  return true;
}

function namesOf(person: Person): Names {
  return {
    written: person.given,
    full: person.given.filter((token) => token.length > 1).map(nameToken),
    initials: person.given.filter((token) => token.length === 1),
    family: person.family.filter((token) => token.length > 1 && !isGenerationMark(token)).map(nameToken),
  };
}

/** The name as written, and what a short or fused compound (majo, anamaria) stands for. */
function readings(names: Names): Names[] {
  const [only] = names.full;
  if (!only || names.full.length > 1) return [names];
  const fused = fusedNames(only);
  const meanings = [...(COMPOUND_FORMS.get(only.text) ?? []), ...(fused ? [fused] : [])];
  return [names, ...meanings.map((meaning) => ({ ...names, full: meaning.map(nameToken) }))];
}

function judge(a: Names, b: Names, birth: boolean): Agreement {
  if (a.full.length === 0 || b.full.length === 0) return judgeInitials(a, b, birth);
  const matching = matchTokens(a.full, b.full);
  if (matching.matched.length > 0) return judgeMatched(a, b, matching, birth);
  const together = relateWrittenTogether(a, b);
  if (together >= RELATION.CLOSE) return 'AGREE';
  if (matching.doubts > 0 || together === RELATION.DOUBT) {
    const complete = together === RELATION.DOUBT || (matching.restA.length === 0 && matching.restB.length === 0);
    return complete && birth && shareToken(a.family, b.family) ? 'AGREE' : 'UNKNOWN';
  }
  if (isSwapped(a, b)) return 'AGREE';
  return isPerhapsSwapped(a, b) || fitsInitial(a, b) || fitsInitial(b, a) ? 'UNKNOWN' : 'CONTRADICT';
}

/** At least one given name is shared: what does the rest say? */
function judgeMatched(a: Names, b: Names, matching: TokenMatching, birth: boolean): Agreement {
  const restA = without(matching.restA, b.family);
  const restB = without(matching.restB, a.family);
  if (restA.length > 0 && restB.length > 0) {
    return matching.matched.every((token) => COMPOUND_HEADS.has(token.canonical)) ? 'CONTRADICT' : 'UNKNOWN';
  }
  if (birth) return 'AGREE';
  const weak =
    matching.doubts > 0 || isBareMary(matching) || clashes(a.initials, b, restB) || clashes(b.initials, a, restA);
  return weak ? 'UNKNOWN' : 'AGREE';
}

/** María alone may be any of the sisters María José and María Elena, and even of a José María. */
function isBareMary({ matched, restA, restB }: TokenMatching): boolean {
  if (restA.length === 0 && restB.length === 0) return false;
  if (matched.length > 1) return false;
  const shared = matched[0]?.canonical;
  if (shared === 'maria') return true;
  return shared === 'jose' && [...restA, ...restB].some((token) => token.canonical === 'maria');
}

/** Whether initials stand against the other's further names: Ana M. and Ana Luisa. */
function clashes(initials: readonly string[], other: Names, rest: readonly NameToken[]): boolean {
  if (initials.length === 0) return false;
  if (rest.length === 0 && other.initials.length === 0) return false;
  return !initials.some(
    (letter) => other.initials.includes(letter) || rest.some((token) => token.initials.has(letter)),
  );
}

/** One side has initials alone. They agree only with support, and contradict when no name of the other fits any. */
function judgeInitials(a: Names, b: Names, birth: boolean): Agreement {
  if (a.full.length === 0 && b.full.length === 0) {
    const shared = a.initials.filter((letter) => b.initials.includes(letter)).length;
    return isSupported(shared, a, b, birth) ? 'AGREE' : 'UNKNOWN';
  }
  const [short, long] = a.full.length === 0 ? [a, b] : [b, a];
  const fitting = short.initials.filter((letter) => fits(letter, long)).length;
  if (fitting > 0) return fitting === short.initials.length && isSupported(fitting, a, b, birth) ? 'AGREE' : 'UNKNOWN';
  return short.initials.some((letter) => long.family.some((token) => token.initials.has(letter)))
    ? 'UNKNOWN'
    : 'CONTRADICT';
}

/** One letter agrees with the birth date's help, two with a surname's: "J. García" is half a household. */
function isSupported(letters: number, a: Names, b: Names, birth: boolean): boolean {
  return letters > 0 && (birth || letters > 1) && shareToken(a.family, b.family);
}

function fits(letter: string, names: Names): boolean {
  return names.initials.includes(letter) || names.full.some((token) => token.initials.has(letter));
}

function fitsInitial(a: Names, b: Names): boolean {
  return a.initials.some((letter) => fits(letter, b));
}

/** Given names of one among the surnames of the other, both ways round: López Ana and Ana López. */
function isSwapped(a: Names, b: Names): boolean {
  const aElsewhere = a.full.length - without(a.full, b.family).length;
  const bElsewhere = b.full.length - without(b.full, a.family).length;
  if (aElsewhere === 0 || bElsewhere === 0) return false;
  return aElsewhere === a.full.length || bElsewhere === b.full.length;
}

/** A surname in the place of the given name, and nothing to say which of them it is. */
function isPerhapsSwapped(a: Names, b: Names): boolean {
  return (
    (a.family.length === 0 && without(a.full, b.family).length === 0) ||
    (b.family.length === 0 && without(b.full, a.family).length === 0)
  );
}

/**
 * One name with a blank inside it (pen ilope, ana bel). A name with an initial that makes another listed name is in
 * doubt (joe l), unless that is the name of the other gender: `Luis A.` is not Luisa.
 */
function relateWrittenTogether(a: Names, b: Names): Relation {
  const [short, long] = a.written.length <= b.written.length ? [a, b] : [b, a];
  const [only] = short.full;
  if (!only || short.written.length > 1 || long.written.length < 2) return RELATION.DIFFERENT;
  const joined = nameToken(long.written.join(''));
  const listed = long.full.some((token) => token.known);
  if (joined.text === only.text) {
    if (long.initials.length === 0 || !listed) return RELATION.SAME;
    return long.full.some((token) => isOtherGender(token.text, joined.text)) ? RELATION.DIFFERENT : RELATION.DOUBT;
  }
  if (long.full.every((token) => token.known)) return RELATION.DIFFERENT;
  return relateTokens(joined, only) >= RELATION.CLOSE ? RELATION.CLOSE : RELATION.DIFFERENT;
}
