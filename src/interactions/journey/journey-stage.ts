import type { JourneyRules } from './rules.js';

export type JourneyStage = 'PROSPECT' | 'LEAD' | 'BUYER' | 'REPEAT_BUYER' | 'DORMANT' | 'CHURN_RISK';

/** How often a type occurred (counted up to the rules' `repeatFrom` at least) and when last, in epoch milliseconds. */
export interface TypeCount {
  readonly type: string;
  readonly times: number;
  readonly lastAt: number;
}

const DAY = 86_400_000;

/**
 * Where a customer stands at `now` (epoch milliseconds). The first that holds: CHURN_RISK, a churn signal of late that no
 * purchase followed; DORMANT, a lead or buyer without a sign of life; REPEAT_BUYER; BUYER; LEAD; else PROSPECT.
 */
export function journeyStage(counts: readonly TypeCount[], rules: JourneyRules, now: number): JourneyStage {
  const of = (types: readonly string[]) => counts.filter(({ type }) => types.includes(type));
  const lastOf = (found: readonly TypeCount[]) => Math.max(-Infinity, ...found.map(({ lastAt }) => lastAt));
  const purchases = of(rules.purchases);
  const bought = purchases.reduce((sum, { times }) => sum + times, 0);
  const signalAt = lastOf(of(rules.churnSignals));
  if (signalAt > lastOf(purchases) && signalAt > now - rules.churnSignalDays * DAY) return 'CHURN_RISK';
  const isLead = of(rules.interests).length > 0;
  const isDormant = lastOf(counts) <= now - rules.dormantAfterDays * DAY;
  if ((bought > 0 || isLead) && isDormant) return 'DORMANT';
  if (bought >= rules.repeatFrom) return 'REPEAT_BUYER';
  if (bought > 0) return 'BUYER';
  return isLead ? 'LEAD' : 'PROSPECT';
}
