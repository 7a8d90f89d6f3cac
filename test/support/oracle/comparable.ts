import type { Resolution } from '../../../src/identity/resolution/evidence.types.js';

/** What of a resolution is a promise, ready for `toEqual`: lists without a promised order are sorted. */
export function comparable(resolution: Resolution): unknown {
  return {
    groups: resolution.groups,
    contested: asSet(
      resolution.contested.map(({ identifier, tenure, reasons }) => ({ identifier, tenure, reasons: [...reasons] })),
    ),
    selfConflicts: asSet(resolution.selfConflicts.map(({ record, type, namespace }) => ({ record, type, namespace }))),
    skippedDecisions: asSet(resolution.skippedDecisions),
    joins: resolution.joins.map(({ identifier, decision, roots }) => ({
      identifier,
      decision,
      roots: [...roots].sort(),
    })),
  };
}

function asSet(list: readonly unknown[]): string[] {
  return list.map((item) => JSON.stringify(item)).sort();
}
