import type { Rule, RuleName } from '../policy/survivorship.types.js';

/** Which record says a value. */
export interface Origin {
  readonly recordKey: string;
  readonly source: string;
  readonly recordId: string;
  /** Epoch milliseconds. */
  readonly capturedAt: number | null;
}

/** What one record says, standardised and judged by itself. */
export interface Candidate<Value> {
  readonly origin: Origin;
  readonly value: Value;
  /** What the spellings of one value share. */
  readonly key: string;
  /** False for what says nothing (a placeholder, an unreadable date): it never survives. */
  readonly usable: boolean;
  /** False for what is not quite in order, and survives only where nothing better is. */
  readonly valid: boolean;
  /** 1 to 100. */
  readonly trust: number;
  /** Any scale on which a fuller value of this attribute is higher; 0 to 1 where a rule says `atLeast`. */
  readonly completeness: number;
  /** Of spellings of one value, the higher one lost less (accents). */
  readonly spelling: number;
}

/**
 * Why a value survived or did not. Beside the rules of the policy: `undisputed`, no record says otherwise; `recordKey`, all
 * rules left it open and the smallest record key decided; `unusable`, it says nothing.
 */
export type Reason = RuleName | 'undisputed' | 'recordKey' | 'unusable';

/** A value that did not survive. */
export interface Loser<Value> {
  /** What is shown of it: its best spelling. */
  readonly candidate: Candidate<Value>;
  readonly lostBy: Reason;
  /** Records that say it. */
  readonly records: number;
}

export interface Survival<Value> {
  readonly winner: Candidate<Value>;
  readonly decidedBy: Reason;
  /** Records that say the same, in whatever spelling. */
  readonly records: number;
  /** Most records first. */
  readonly losers: readonly Loser<Value>[];
}

type Score<Value> = (candidate: Candidate<Value>) => number;

/**
 * Which of several values survives: the rules filter them one after the other, until all that are left say the same. Of
 * its spellings the one with most accents is shown, then the one that the rules prefer. Depends on the candidates alone, not
 * on their order. Null when none is usable.
 */
export function survive<Value>(
  candidates: readonly Candidate<Value>[],
  rules: readonly Rule[],
): Survival<Value> | null {
  const votes = new Votes(candidates);
  const usable = candidates.filter((each) => each.usable);
  if (usable.length === 0) return null;
  const fates = new Map<string, Reason>();
  let left = usable;
  let decidedBy: Reason = 'undisputed';
  for (const rule of rules) {
    if (keysOf(left).size === 1) break;
    const kept = filter(left, rule, votes);
    const fallen = [...keysOf(left)].filter((key) => !keysOf(kept).has(key));
    for (const key of fallen) fates.set(key, rule.rule);
    if (fallen.length > 0) decidedBy = rule.rule;
    left = kept;
  }
  if (keysOf(left).size > 1) decidedBy = 'recordKey';
  const [first] = [...left].sort(byOrigin);
  const key = first?.key ?? '';
  const best = bestSpelling(
    usable.filter((each) => each.key === key),
    rules,
    votes,
  );
  if (!best) return null;
  const others = [...keysOf(usable)].filter((each) => each !== key);
  const losers = others.flatMap((each) => {
    const candidate = bestSpelling(
      usable.filter((one) => one.key === each),
      rules,
      votes,
    );
    return candidate ? [{ candidate, lostBy: fates.get(each) ?? 'recordKey', records: votes.of(each) }] : [];
  });
  return {
    winner: best,
    decidedBy,
    records: votes.of(key),
    losers: [...losers, ...unusable(candidates)].sort(byVotes),
  };
}

/** How many records say each value. */
class Votes<Value> {
  private readonly records = new Map<string, Set<string>>();

  constructor(candidates: readonly Candidate<Value>[]) {
    for (const { key, usable, origin } of candidates) {
      if (!usable) continue;
      const known = this.records.get(key);
      if (known) known.add(origin.recordKey);
      else this.records.set(key, new Set([origin.recordKey]));
    }
  }

  of(key: string): number {
    return this.records.get(key)?.size ?? 0;
  }
}

function filter<Value>(left: readonly Candidate<Value>[], rule: Rule, votes: Votes<Value>): Candidate<Value>[] {
  const score = scoreOf(rule.rule, votes);
  const best = Math.max(...left.map(score));
  const bar = rule.atLeast === null ? best : Math.min(best, rule.atLeast);
  return left.filter((each) => score(each) >= bar);
}

function scoreOf<Value>(rule: RuleName, votes: Votes<Value>): Score<Value> {
  switch (rule) {
    case 'validity':
      return ({ valid }) => Number(valid);
    case 'trust':
      return ({ trust }) => trust;
    case 'completeness':
      return ({ completeness }) => completeness;
    case 'recency':
      return ({ origin }) => origin.capturedAt ?? -Infinity;
    case 'frequency':
      return ({ key }) => votes.of(key);
  }
}

/** Of candidates that say the same. */
function bestSpelling<Value>(
  same: readonly Candidate<Value>[],
  rules: readonly Rule[],
  votes: Votes<Value>,
): Candidate<Value> | undefined {
  const scores: Score<Value>[] = [
    ({ valid }) => Number(valid),
    ({ spelling }) => spelling,
    ...rules.filter((each) => each.atLeast === null).map((each) => scoreOf(each.rule, votes)),
  ];
  return [...same].sort((a, b) => compareBy(scores, a, b) || byOrigin(a, b))[0];
}

function compareBy<Value>(scores: readonly Score<Value>[], a: Candidate<Value>, b: Candidate<Value>): number {
  for (const score of scores) {
    const [left, right] = [score(a), score(b)];
    if (left !== right) return left > right ? -1 : 1;
  }
  return 0;
}

function unusable<Value>(candidates: readonly Candidate<Value>[]): Loser<Value>[] {
  const byKey = new Map<string, Candidate<Value>[]>();
  for (const each of [...candidates].sort(byOrigin)) {
    if (!each.usable) byKey.set(each.key, [...(byKey.get(each.key) ?? []), each]);
  }
  return [...byKey.values()].flatMap((same) => {
    const [candidate] = same;
    return candidate ? [{ candidate, lostBy: 'unusable' as const, records: same.length }] : [];
  });
}

function keysOf<Value>(candidates: readonly Candidate<Value>[]): Set<string> {
  return new Set(candidates.map((each) => each.key));
}

function byOrigin<Value>(a: Candidate<Value>, b: Candidate<Value>): number {
  if (a.origin.recordKey !== b.origin.recordKey) return a.origin.recordKey < b.origin.recordKey ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function byVotes<Value>(a: Loser<Value>, b: Loser<Value>): number {
  const usable = Number(a.lostBy === 'unusable') - Number(b.lostBy === 'unusable');
  return usable || b.records - a.records || byOrigin(a.candidate, b.candidate);
}
