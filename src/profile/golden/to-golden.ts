import { LIMITS } from '../../kernel/limits.js';
import type { Rule } from '../policy/survivorship.types.js';
import type { Golden } from './golden-record.types.js';
import { survive, type Candidate } from './survive.js';

/** The value of a group that survives, with its losers as `show` shows them; null when no record says anything. */
export function toGolden<Value>(
  candidates: readonly Candidate<Value>[],
  rules: readonly Rule[],
  show: (value: Value) => unknown,
): Golden<Value> | null {
  const survival = survive(candidates, rules);
  if (!survival) return null;
  const { winner, decidedBy, records, losers } = survival;
  const named = losers.slice(0, LIMITS.alternativesPerValue);
  return {
    value: winner.value,
    origin: winner.origin,
    decidedBy,
    records,
    alternatives: named.map(({ candidate, lostBy, records: count }) => ({
      value: show(candidate.value),
      origin: candidate.origin,
      lostBy,
      records: count,
    })),
    moreAlternatives: losers.length - named.length,
  };
}
