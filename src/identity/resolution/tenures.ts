import type { IdentifierKey } from '../../kernel/ids.js';

/** What an attachment says about time, in epoch milliseconds; null when it does not. */
export interface Held {
  readonly identifier: IdentifierKey;
  readonly since: number | null;
  readonly until: number | null;
  readonly capturedAt: number | null;
  /** Whether it counts. */
  readonly active: boolean;
}

/** Moments at which stewards say that an identifier becomes somebody else's, in epoch milliseconds. */
export type StewardCuts = ReadonlyMap<IdentifierKey, readonly number[]>;

/**
 * Tells which interval of its identifier's time an attachment belongs to, from 0. Stewards cut it, and so does every
 * `until` that counts. An attachment belongs to the interval that holds its `since`, else its `capturedAt`, else to the latest; one that ended
 * before that belongs to the interval that its `until` closes (a source may learn today of a phone that ended years
 * ago).
 */
export function tenuresOf(all: readonly Held[], decided: StewardCuts = new Map()): (held: Held) => number {
  const cuts = new Map([...decided].map(([key, moments]) => [key, new Set(moments)] as const));
  for (const { identifier, until, active } of all) {
    if (until !== null && active) cuts.set(identifier, (cuts.get(identifier) ?? new Set()).add(until));
  }
  return (held) => {
    const own = cuts.get(held.identifier);
    if (!own) return 0;
    const at = momentOf(held);
    return [...own].filter((cut) => cut <= at).length;
  };
}

function momentOf({ since, until, capturedAt }: Held): number {
  const begin = since ?? capturedAt;
  if (until !== null && (begin === null || begin >= until)) return until - 1;
  return begin ?? Infinity;
}
