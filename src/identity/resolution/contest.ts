import type { Policy, TypePolicy } from '../policy/policy.types.js';
import { holdTwoSides, incompatibility, withinCapacity } from './compatibility.js';
import type { ContestReason } from './evidence.types.js';
import type { Group } from './groups.js';

/** What one identifier does to the groups that it reaches. */
export interface Verdict {
  /** Sets of two or more groups to join. */
  readonly classes: readonly (readonly Group[])[];
  /** Sorted; empty when the identifier is not contested. */
  readonly reasons: readonly ContestReason[];
}

/**
 * Judges an identifier that reaches two or more groups: it joins them all, or, contested, each class of groups that
 * belong together. A group compatible with two mutually incompatible groups is undecided and joins none.
 */
export function judge(groups: readonly Group[], type: TypePolicy, policy: Policy): Verdict {
  const { apart, reasons } = compareAll(groups, type, policy);
  const candidates = reasons.size === 0 ? [[...groups]] : classesOf(groups, apart);
  const classes: Group[][] = [];
  for (const members of candidates) {
    if (members.length < 2) continue;
    if (holdTwoSides(members)) reasons.add('NEVER');
    else if (!withinCapacity(members, policy)) reasons.add('CAPACITY');
    else classes.push(members);
  }
  return { classes, reasons: [...reasons].sort() };
}

interface Comparison {
  /** Which groups each group is incompatible with, by index. */
  readonly apart: readonly ReadonlySet<number>[];
  readonly reasons: Set<ContestReason>;
}

function compareAll(groups: readonly Group[], type: TypePolicy, policy: Policy): Comparison {
  const apart = groups.map(() => new Set<number>());
  const reasons = new Set<ContestReason>();
  groups.forEach((left, i) => {
    groups.slice(i + 1).forEach((right, offset) => {
      const reason = incompatibility(left, right, type, policy);
      if (reason === null) return;
      const j = i + 1 + offset;
      reasons.add(reason);
      apart[i]?.add(j);
      apart[j]?.add(i);
    });
  });
  return { apart, reasons };
}

/** Classes of "compatible" among the decided groups, where it is an equivalence. */
function classesOf(groups: readonly Group[], apart: readonly ReadonlySet<number>[]): Group[][] {
  const friends = groups.map((_, i) => groups.flatMap((__, j) => (apart[i]?.has(j) ? [] : [j])));
  const decided = friends.map((circle) => isClique(circle, apart));
  const classes = new Map<string, Group[]>();
  groups.forEach((group, i) => {
    if (!decided[i]) return;
    const circle = (friends[i] ?? []).filter((j) => decided[j]).join();
    const members = classes.get(circle);
    if (members) members.push(group);
    else classes.set(circle, [group]);
  });
  return [...classes.values()];
}

function isClique(circle: readonly number[], apart: readonly ReadonlySet<number>[]): boolean {
  return circle.every((i) => {
    const strangers = apart[i];
    return !strangers || strangers.size === 0 || circle.every((j) => !strangers.has(j));
  });
}
