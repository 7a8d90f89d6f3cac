import { isTurn, type Steps } from '../../kernel/turns.js';
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

/** Groups that every rule sees alike, and that may be joined with each other: by their places among all groups. */
type Kind = readonly number[];

/**
 * Judges an identifier that reaches two or more groups: it joins them all, or, contested, each class of groups that
 * belong together. A group compatible with two mutually incompatible groups is undecided and joins none.
 *
 * An account may reach thousands of groups that differ in nothing: they are compared as one. Cost: the groups, plus the
 * square of the kinds of them.
 */
export function* judge(groups: readonly Group[], type: TypePolicy, policy: Policy): Steps<Verdict> {
  const reasons = new Set<ContestReason>();
  const isApart = (a: Group, b: Group): boolean => {
    const reason = incompatibility(a, b, type, policy);
    if (reason !== null) reasons.add(reason);
    return reason !== null;
  };
  const kinds = kindsOf(groups, type, isApart);
  const apart = yield* compareAll(kinds, groups, isApart);
  const candidates = reasons.size === 0 ? [[...groups]] : classesOf(kinds, apart, groups);
  const classes: Group[][] = [];
  for (const members of candidates) {
    if (members.length < 2) continue;
    if (holdTwoSides(members)) reasons.add('NEVER');
    else if (!withinCapacity(members, policy)) reasons.add('CAPACITY');
    else classes.push(members);
  }
  return { classes, reasons: [...reasons].sort() };
}

/** By the place of their first group. Groups that are alike and yet may not be joined are a kind each. */
function kindsOf(groups: readonly Group[], type: TypePolicy, isApart: (a: Group, b: Group) => boolean): Kind[] {
  const alike = new Map<string, number[]>();
  groups.forEach((group, index) => {
    const look = looksOf(group, type);
    const kind = alike.get(look);
    if (kind) kind.push(index);
    else alike.set(look, [index]);
  });
  const kinds = [...alike.values()].flatMap((kind): Kind[] => {
    const [one, other] = kind.map((index) => groups[index]);
    return one && other && isApart(one, other) ? kind.map((index) => [index]) : [kind];
  });
  return kinds.sort(([a = 0], [b = 0]) => a - b);
}

/** All that `incompatibility` looks at. */
function looksOf({ realm, sides, slots, persons }: Group, type: TypePolicy): string {
  const contents = (held: ReadonlyMap<string, ReadonlySet<string | number>>): unknown =>
    [...held].map(([name, values]) => [name, ...[...values].sort()]).sort();
  return JSON.stringify([
    ...[realm, contents(sides), contents(slots)],
    type.guard === 'no' ? [] : [...persons.keys()].sort(),
  ]);
}

/** Which kinds each kind is incompatible with, by index. */
function* compareAll(
  kinds: readonly Kind[],
  groups: readonly Group[],
  isApart: (a: Group, b: Group) => boolean,
): Steps<readonly ReadonlySet<number>[]> {
  const apart = kinds.map(() => new Set<number>());
  let compared = 0;
  for (let i = 0; i < kinds.length; i += 1) {
    for (let j = i + 1; j < kinds.length; j += 1) {
      const [left, right] = [groups[kinds[i]?.[0] ?? -1], groups[kinds[j]?.[0] ?? -1]];
      if (left && right && isApart(left, right)) {
        apart[i]?.add(j);
        apart[j]?.add(i);
      }
      if (isTurn(compared++)) yield;
    }
  }
  return apart;
}

/** Classes of "compatible" among the decided groups, where it is an equivalence. */
function classesOf(kinds: readonly Kind[], apart: readonly ReadonlySet<number>[], groups: readonly Group[]): Group[][] {
  const friends = kinds.map((_, i) => kinds.flatMap((__, j) => (apart[i]?.has(j) ? [] : [j])));
  const decided = friends.map((circle) => isClique(circle, apart));
  const classes = new Map<string, number[]>();
  kinds.forEach((kind, i) => {
    if (!decided[i]) return;
    const circle = (friends[i] ?? []).filter((j) => decided[j]).join();
    const members = classes.get(circle);
    if (members) members.push(...kind);
    else classes.set(circle, [...kind]);
  });
  return [...classes.values()].map((members) => members.sort((a, b) => a - b).flatMap((at) => groups[at] ?? []));
}

function isClique(circle: readonly number[], apart: readonly ReadonlySet<number>[]): boolean {
  return circle.every((i) => {
    const strangers = apart[i];
    return !strangers || strangers.size === 0 || circle.every((j) => !strangers.has(j));
  });
}
