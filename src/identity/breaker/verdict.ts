import type { BreakerPolicy } from '../policy/policy.types.js';
import type { Count, HoldCause } from './breaker.types.js';

/**
 * Why a lane is to be held, given what it said in a window; null when it may go on. Merges count against the records that
 * brought them, and fewer than `mergesMin` hold nobody.
 *
 * @param gained records that the fastest growing customer won through the lane
 */
export function verdict({ records, merges }: Count, gained: number, policy: BreakerPolicy): HoldCause | null {
  if (merges >= policy.mergesMin && merges * 100 > policy.mergesPerHundred * records) return 'MERGES';
  return gained > policy.growthMax ? 'GROWTH' : null;
}

/** Growth is counted of customers with more records than this: nobody smaller can have won more than `growthMax`. */
export function countedFrom({ growthMax }: BreakerPolicy): number {
  return growthMax / 2;
}
