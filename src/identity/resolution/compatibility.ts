import type { TypePolicy, Policy } from '../policy/policy.types.js';
import type { ContestReason } from './evidence.types.js';
import type { Group } from './groups.js';
import { groupsAgree, groupsContradict } from './persons/groups.js';

/**
 * Why two groups may not be joined by an identifier of `type`, or null when they may: together they would span realms,
 * hold two sides of a NEVER, exceed a capacity, or (guarded types) contradict each other as persons.
 */
export function incompatibility(a: Group, b: Group, type: TypePolicy, policy: Policy): ContestReason | null {
  if (a.realm !== b.realm) return 'REALM';
  if (holdTwoSides([a, b])) return 'NEVER';
  if (!withinCapacity([a, b], policy)) return 'CAPACITY';
  if (type.guard === 'no') return null;
  const left = [...a.persons.values()];
  const right = [...b.persons.values()];
  if (groupsContradict(left, right)) return 'PERSONS';
  return type.guard === 'agreement' && !groupsAgree(left, right) ? 'PERSONS' : null;
}

/** Whether the groups together hold two sides of one NEVER decision. */
export function holdTwoSides(groups: readonly Group[]): boolean {
  const held = new Map<string, Set<number>>();
  for (const group of groups) {
    for (const [decision, sides] of group.sides) {
      const all = held.get(decision) ?? new Set();
      for (const side of sides) all.add(side);
      if (all.size > 1) return true;
      held.set(decision, all);
    }
  }
  return false;
}

/**
 * Whether the union of the groups keeps every slot within its capacity, or no larger than one of them already had it
 * (only an ALWAYS decision makes such a group).
 */
export function withinCapacity(groups: readonly Group[], policy: Policy): boolean {
  const slots = new Set(groups.flatMap((group) => [...group.slots.keys()]));
  return [...slots].every((slot) => {
    const capacity = policy.types[slot.slice(0, slot.indexOf('|'))]?.capacity ?? null;
    if (capacity === null) return true;
    const union = new Set(groups.flatMap((group) => [...(group.slots.get(slot) ?? [])]));
    const largest = Math.max(...groups.map((group) => group.slots.get(slot)?.size ?? 0));
    return union.size <= Math.max(capacity, largest);
  });
}
