import type { RecordKey } from '../../../src/kernel/ids.js';
import type { TypePolicy } from '../../../src/identity/policy/policy.types.js';
import type {
  ContestReason,
  DecisionEvidence,
  DecisionSide,
  RecordEvidence,
} from '../../../src/identity/resolution/evidence.types.js';
import type { Facts } from './linkable.js';
import { comparePlainPersons } from './persons.js';

/** A group is nothing but its records; everything it holds is read off them each time it is asked for. */
export type Group = readonly RecordEvidence[];

/** The smallest record key of a group, by which groups are named and ordered. */
export function rootOf(group: Group): RecordKey {
  return group.map((record) => record.key).reduce((least, key) => (key < least ? key : least));
}

/** Slot name -> the values that the group holds of it, for the types that have a capacity. */
export function slotsOf(group: Group, facts: Facts): Map<string, Set<string>> {
  const slots = new Map<string, Set<string>>();
  for (const { record, attachment } of facts.joining) {
    const capacity = facts.policy.types[attachment.type]?.capacity ?? null;
    if (capacity === null || !group.includes(record)) continue;
    const slot = JSON.stringify([attachment.type, attachment.namespace]);
    slots.set(slot, (slots.get(slot) ?? new Set()).add(attachment.identifier));
  }
  return slots;
}

/** The capacity of a slot that `slotsOf` named. */
export function capacityOf(slot: string, facts: Facts): number {
  const [type] = JSON.parse(slot) as [string, string];
  return facts.policy.types[type]?.capacity ?? Infinity;
}

/** "Every slot within its capacity, or no larger than one of the groups already had it." */
export function fitsCapacities(groups: readonly Group[], facts: Facts): boolean {
  const before = groups.map((group) => slotsOf(group, facts));
  for (const [slot, values] of slotsOf(groups.flat(), facts)) {
    const largest = Math.max(...before.map((slots) => slots.get(slot)?.size ?? 0));
    if (values.size > capacityOf(slot, facts) && values.size > largest) return false;
  }
  return true;
}

function holdsSide(record: RecordEvidence, side: DecisionSide, facts: Facts): boolean {
  const throughIdentifier = facts.joining.some(
    ({ record: holder, attachment: { type, identifier } }) =>
      holder === record && facts.policy.types[type]?.guard === 'no' && side.identifiers.includes(identifier),
  );
  return throughIdentifier || side.records.includes(record.key);
}

/** How many sides of a NEVER decision a group holds. */
export function sidesHeld(group: Group, never: DecisionEvidence, facts: Facts): number {
  return never.sides.filter((side) => group.some((record) => holdsSide(record, side, facts))).length;
}

/** True when the group holds two sides of some NEVER decision. */
export function breaksNever(group: Group, facts: Facts): boolean {
  const nevers = facts.evidence.decisions.filter((decision) => decision.kind === 'NEVER');
  return nevers.some((never) => sidesHeld(group, never, facts) >= 2);
}

/** True when the records of a group come from more than one realm. */
export function spansRealms(group: Group): boolean {
  return new Set(group.map((record) => record.realm)).size > 1;
}

/** "Contradict when some pair of their records contradicts and none agrees"; guard `agreement` asks for an agreement. */
function personsApart(a: Group, b: Group, guard: TypePolicy['guard']): boolean {
  const comparisons = a.flatMap((one) => b.map((other) => comparePlainPersons(one.person, other.person)));
  if (comparisons.includes('AGREE') || guard === 'no') return false;
  return guard === 'agreement' || comparisons.includes('CONTRADICT');
}

/**
 * The rule that makes two groups incompatible for an identifier of a type with this guard, null when they are
 * compatible. Where several do, the reason is the first of these: what no steward can change comes before what one has
 * decided, that before what is counted, and the comparison of persons last.
 */
export function incompatibility(a: Group, b: Group, guard: TypePolicy['guard'], facts: Facts): ContestReason | null {
  if (spansRealms([...a, ...b])) return 'REALM';
  if (breaksNever([...a, ...b], facts)) return 'NEVER';
  if (!fitsCapacities([a, b], facts)) return 'CAPACITY';
  return personsApart(a, b, guard) ? 'PERSONS' : null;
}
