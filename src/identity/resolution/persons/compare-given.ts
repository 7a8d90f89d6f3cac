import { clashes, fitsInitial, judgeInitials } from './compare-initials.js';
import { COMPOUND_HEADS } from './data/given-names.js';
import { matchTokens, shareToken, without, type TokenMatching } from './match-tokens.js';
import { nameToken, type NameToken } from './name-token.js';
import { readingsOf, type Names } from './person-names.js';
import type { Agreement, Person } from './person.types.js';
import { isOtherGender, RELATION, relateTokens, type Relation } from './relate-tokens.js';

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
      // Maribel and Marisa may both be María Isabel: two short forms prove nothing.
      if (verdict === 'AGREE' && !(a.isReading && b.isReading)) return 'AGREE';
      if (verdict !== 'CONTRADICT') all = 'UNKNOWN';
    }
  }
  return all;
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

function judge(a: Names, b: Names, birth: boolean): Agreement {
  if (a.full.length === 0 || b.full.length === 0) return judgeInitials(a, b, birth);
  const matching = matchTokens(a.full, b.full);
  if (isPartOfReading(a, b, matching)) return isSubset(matching) ? 'UNKNOWN' : 'CONTRADICT';
  if (matching.matched.length > 0) return judgeMatched(a, b, matching, birth);
  const together = relateWrittenTogether(a, b);
  if (together >= RELATION.CLOSE) return 'AGREE';
  if (isLikely(matching) || together === RELATION.LIKELY) {
    return birth && shareToken(a.family, b.family) ? 'AGREE' : 'UNKNOWN';
  }
  if (matching.likely + matching.doubts > 0) return 'UNKNOWN';
  if (isSwapped(a, b)) return 'AGREE';
  return isPerhapsSwapped(a, b) || fitsInitial(a, b) || fitsInitial(b, a) ? 'UNKNOWN' : 'CONTRADICT';
}

/** Maribel is María Isabel, perhaps, but Isabel alone is not Maribel. */
function isPartOfReading(a: Names, b: Names, { matched }: TokenMatching): boolean {
  return (
    (a.isReading === true && matched.length < a.full.length) || (b.isReading === true && matched.length < b.full.length)
  );
}

/** One of the names has nothing that the other has not. */
function isSubset({ matched, restA, restB }: TokenMatching): boolean {
  return matched.length > 0 && (restA.length === 0 || restB.length === 0);
}

/** Every pair is one name if something else says so, and no name is left over. */
function isLikely({ likely, doubts, restA, restB }: TokenMatching): boolean {
  return likely > 0 && doubts === 0 && restA.length === 0 && restB.length === 0;
}

/** At least one given name is shared: what does the rest say? */
function judgeMatched(a: Names, b: Names, matching: TokenMatching, birth: boolean): Agreement {
  const restA = without(matching.restA, b.family);
  const restB = without(matching.restB, a.family);
  if (restA.length > 0 && restB.length > 0) {
    return matching.matched.every((token) => standsFor(token, COMPOUND_HEADS)) ? 'CONTRADICT' : 'UNKNOWN';
  }
  if (matching.doubts > 0) return 'UNKNOWN';
  if (birth) return 'AGREE';
  const more = [...restA, ...restB];
  const weak = matching.likely > 0 || isBareMary(matching.matched, more);
  return weak || clashes(a.initials, b, restB) || clashes(b.initials, a, restA) ? 'UNKNOWN' : 'AGREE';
}

const MARY: ReadonlySet<string> = new Set(['maria']);
const JOSEPH: ReadonlySet<string> = new Set(['jose']);

/** María alone may be any of the sisters María José and María Elena, and even of a José María. */
function isBareMary(matched: readonly NameToken[], more: readonly NameToken[]): boolean {
  if (more.length === 0 || matched.length > 1) return false;
  const [shared] = matched;
  if (!shared) return false;
  return standsFor(shared, MARY) || (standsFor(shared, JOSEPH) && more.some((token) => standsFor(token, MARY)));
}

/** Whether a token is one of the names or a nickname of one. */
function standsFor(token: NameToken, names: ReadonlySet<string>): boolean {
  if (names.has(token.canonical)) return true;
  return [...token.formal].some((name) => names.has(name));
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
    return long.full.some((token) => isOtherGender(token.text, joined.text)) ? RELATION.DIFFERENT : RELATION.LIKELY;
  }
  if (long.full.every((token) => token.known)) return RELATION.DIFFERENT;
  return relateTokens(joined, only) >= RELATION.CLOSE ? RELATION.CLOSE : RELATION.DIFFERENT;
}
