import type { BreakerPolicy, Policy, TypePolicy } from './policy.types.js';

/** A figure that another policy has otherwise. */
export interface PolicyChange {
  /** Null when it concerns the policy as a whole. */
  readonly type: string | null;
  readonly field: string;
  /** Null when the type is new, or the figure is none. */
  readonly before: string | null;
  /** Null when the type is gone, or the figure is none. */
  readonly after: string | null;
}

const FIELDS = [
  'strength',
  'guard',
  'capacity',
  'maxRecords',
  'links',
  'format',
] as const satisfies readonly (keyof TypePolicy)[];

const BREAKER = [
  'windowMinutes',
  'mergesMin',
  'mergesPerHundred',
  'growthMax',
  'passHours',
] as const satisfies readonly (keyof BreakerPolicy)[];

/** What differs between two policies, by type and field. */
export function policyChanges(before: Policy, after: Policy): PolicyChange[] {
  const types = [...new Set([...Object.keys(before.types), ...Object.keys(after.types)])].sort();
  const changes = types.flatMap((type) =>
    FIELDS.map((field) => change(type, field, before.types[type]?.[field], after.types[type]?.[field])),
  );
  const breaker = BREAKER.map((field) =>
    change(null, `breaker.${field}`, before.breaker?.[field], after.breaker?.[field]),
  );
  const whole = (['componentMax', 'unknownSources'] as const).map((field) =>
    change(null, field, before[field], after[field]),
  );
  return [...whole, ...breaker, ...changes].filter((each) => each.before !== each.after);
}

type Figure = string | number | boolean | null | undefined;

function change(type: string | null, field: string, before: Figure, after: Figure): PolicyChange {
  return { type, field, before: said(before), after: said(after) };
}

function said(figure: Figure): string | null {
  return figure === null || figure === undefined ? null : String(figure);
}
