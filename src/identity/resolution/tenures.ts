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

/**
 * Tells which interval of its identifier's time an attachment belongs to, from 0. Every `until` that counts is a cut. An
 * attachment belongs to the interval that holds its `since`, else its `capturedAt`, else to the latest; one that ended
 * before that belongs to the interval that its `until` closes (a source may learn today of a phone that ended years
 * ago).
 */
export function tenuresOf(all: readonly Held[]): (held: Held) => number {
  const cuts = new Map<IdentifierKey, Set<number>>();
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
