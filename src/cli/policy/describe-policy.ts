import type { PolicyChange } from '../../identity/policy/policy-changes.js';
import type { BreakerPolicy } from '../../identity/policy/policy.types.js';
import { storedPolicy } from '../../identity/policy-in-force.js';
import type { RolloutProgress } from '../../identity/rollout/rollout.service.js';
import type { Tally } from '../../identity/rollout/rollout.types.js';
import { count } from '../load/tally.js';

/** The policy in force in a few lines, its types as a table. */
export function describePolicy({ policy, left }: RolloutProgress): string[] {
  const { types, componentMax, breaker } = storedPolicy(policy.body);
  const rows = Object.entries(types)
    .sort(([, a], [, b]) => a.strength - b.strength)
    .map(([name, { strength, guard, capacity, maxRecords, links }]) => {
      const figures = [strength, guard, capacity ?? '-', count(maxRecords), links ? '' : 'links nobody'];
      return [name, ...figures.map(String)];
    });
  const since = `in force since ${policy.startedAt.toISOString()}${policy.actor ? `, by ${policy.actor}` : ''}`;
  const state =
    policy.status === 'APPLYING'
      ? `being applied: ${count(policy.looked)} customers looked at, ${count(left)} left`
      : 'every customer follows it';
  return [
    `${policy.fingerprint} · number ${policy.number} · ${since}`,
    ...(policy.reason ? [`reason: ${policy.reason}`] : []),
    state,
    ...table([['type', 'strength', 'guard', 'capacity', 'maxRecords', ''], ...rows]),
    `componentMax ${count(componentMax)}`,
    describeBreaker(breaker),
  ];
}

function describeBreaker(breaker: BreakerPolicy | null): string {
  if (!breaker) return 'no breaker: sources are held by hand only';
  return `breaker ${Object.entries(breaker)
    .map(([name, figure]) => `${name} ${count(figure as number)}`)
    .join(', ')}`;
}

/** What a policy says otherwise, a figure a line. */
export function describeChanges(changes: readonly PolicyChange[]): string[] {
  if (changes.length === 0) return ['the figures are those of the policy in force'];
  return changes.map(({ type, field, before, after }) => {
    return `${type ?? 'policy'} ${field}: ${before ?? 'none'} -> ${after ?? 'none'}`;
  });
}

/** What a policy does or did, in one line. */
export function describeTally({ looked, merged, split, contested, setAside }: Tally): string {
  const parts = [
    `${count(looked)} customers`,
    `merged ${count(merged)}`,
    `split ${count(split)}`,
    `newly contested identifiers ${count(contested)}`,
    ...(setAside > 0 ? [`too large to walk ${count(setAside)}`] : []),
  ];
  return parts.join(' · ');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
