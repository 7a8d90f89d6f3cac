import type { NameToken } from './name-token.js';
import { RELATION, relateTokens, type Relation } from './relate-tokens.js';

/** Which tokens of two names belong together. */
export interface TokenMatching {
  /** Tokens of the first name that are in the second, typing errors included. */
  readonly matched: readonly NameToken[];
  /** Pairs that are one name if surname and birth date say so too. */
  readonly likely: number;
  /** Pairs that are neither clearly one name nor clearly two. */
  readonly doubts: number;
  readonly restA: readonly NameToken[];
  readonly restB: readonly NameToken[];
}

const LEVELS: readonly Relation[] = [RELATION.SAME, RELATION.CLOSE, RELATION.LIKELY, RELATION.DOUBT];

/** Pairs the tokens of two names, best relation first, whatever their order; each token belongs to one pair. */
export function matchTokens(a: readonly NameToken[], b: readonly NameToken[]): TokenMatching {
  const relations = a.map((left) => b.map((right) => relateTokens(left, right)));
  if (relations.every((row) => row.every((relation) => relation === RELATION.DIFFERENT))) {
    return { matched: [], likely: 0, doubts: 0, restA: a, restB: b };
  }
  return pairUp(a, b, relations);
}

function pairUp(a: readonly NameToken[], b: readonly NameToken[], relations: readonly Relation[][]): TokenMatching {
  const freeA = new Set(a.keys());
  const freeB = new Set(b.keys());
  const matched: NameToken[] = [];
  let likely = 0;
  let doubts = 0;
  for (const level of LEVELS) {
    for (const i of [...freeA]) {
      const found = [...freeB].find((j) => relations[i]?.[j] === level);
      const left = a[i];
      if (found === undefined || !left) continue;
      freeA.delete(i);
      freeB.delete(found);
      if (level === RELATION.DOUBT) doubts += 1;
      else if (level === RELATION.LIKELY) likely += 1;
      else matched.push(left);
    }
  }
  return {
    matched,
    likely,
    doubts,
    restA: a.filter((_token, i) => freeA.has(i)),
    restB: b.filter((_token, j) => freeB.has(j)),
  };
}

/** Whether some token of one is a token of the other, typing errors included. */
export function shareToken(a: readonly NameToken[], b: readonly NameToken[]): boolean {
  return a.some((left) => b.some((right) => relateTokens(left, right) >= RELATION.CLOSE));
}

/** The tokens that the other name does not have, not even with a typing error. */
export function without(tokens: readonly NameToken[], others: readonly NameToken[]): NameToken[] {
  return tokens.filter((token) => !others.some((other) => relateTokens(token, other) >= RELATION.CLOSE));
}
