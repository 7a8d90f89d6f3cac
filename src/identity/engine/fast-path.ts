import type { IdentifierKey, NewId, CustomerId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Policy } from '../policy/policy.types.js';
import { compare, slotName } from '../resolution/link-units.js';
import { comparePersons } from '../resolution/persons/compare-persons.js';
import { isUnknown, parsePersonKey, personKey } from '../resolution/persons/person-key.js';
import type { Cluster } from './clusters.js';
import { displayNameOf } from '../records/display-name.js';
import type { CustomerState, IdentifierDelta, RecordDelta } from './engine.types.js';
import { joins, typeAndNamespace } from './link-rules.js';

/** The one customer that a cluster becomes when no rule can fire. */
export interface FastOutcome {
  readonly customer: CustomerState;
  readonly isNew: boolean;
  /** Customers that end in it. */
  readonly absorbed: readonly CustomerId[];
}

/**
 * What plain connected components would do with the cluster, when it is right because no rule can fire: nothing was
 * removed, no identifier flipped, nobody is constrained, no decision names anything, every slot stays within its plain
 * capacity and no two persons contradict each other. Otherwise null: the slow path decides.
 */
export function fastOutcome(cluster: Cluster, policy: Policy, newId: NewId): FastOutcome | null {
  if (!onlyGrew(cluster) || !identifiersStand(cluster.identifiers, policy)) return null;
  if (cluster.customers.some((customer) => customer.constrained)) return null;
  const fresh = cluster.deltas.filter((delta) => !delta.before);
  const size = cluster.customers.reduce((sum, customer) => sum + customer.size, fresh.length);
  if (size > policy.componentMax) return null;
  const linking = new Set(cluster.identifiers.map((each) => each.key));
  const slots = slotsOfUnion(cluster, linking, policy);
  const persons = personsOfUnion(cluster);
  if (!slots || !persons) return null;
  const [survivor, ...others] = [...cluster.customers].sort(bySurvival);
  const customer: CustomerState = {
    id: survivor?.id ?? (newId() as CustomerId),
    createdAt: Math.min(...cluster.customers.map((each) => each.createdAt), ...(survivor ? [] : receivedAt(fresh))),
    size,
    constrained: false,
    unsettled: false,
    known:
      cluster.customers.some((each) => each.known) ||
      cluster.deltas.some((delta) => holdsUnguarded(delta, linking, policy)),
    slots,
    persons,
    displayName: nameOf(cluster, survivor),
  };
  return { customer, isNew: !survivor, absorbed: others.map((each) => each.id) };
}

function onlyGrew(cluster: Cluster): boolean {
  const realms = new Set(cluster.deltas.map((delta) => delta.after.realm));
  return realms.size === 1 && cluster.deltas.every((delta) => delta.evidence === 'GREW' && !delta.before?.named);
}

function identifiersStand(identifiers: readonly IdentifierDelta[], policy: Policy): boolean {
  return identifiers.every(({ type, status, before, divided }) => {
    const stands = joins(policy, type, status) && (!before || joins(policy, type, before.status));
    return (
      stands &&
      !divided &&
      !before?.named &&
      (before?.contestReasons.length ?? 0) === 0 &&
      policy.types[type]?.guard !== 'agreement'
    );
  });
}

/** Identifier keys of limited types in the union; null when some slot would exceed its capacity. */
function slotsOfUnion(cluster: Cluster, linking: ReadonlySet<string>, policy: Policy): IdentifierKey[] | null {
  const held = cluster.deltas.flatMap((delta) => delta.after.attachments.filter((each) => each.status === 'ACTIVE'));
  const fresh = held.filter((each) => linking.has(each.identifier)).map((each) => each.identifier);
  const limited = fresh.filter((key) => (policy.types[typeAndNamespace(key).type]?.capacity ?? null) !== null);
  const union = [...new Set([...cluster.customers.flatMap((each) => each.slots), ...limited])].sort(compare);
  const counts = new Map<string, number>();
  for (const key of union) {
    const { type, namespace } = typeAndNamespace(key);
    const count = (counts.get(slotName(type, namespace)) ?? 0) + 1;
    if (count > (policy.types[type]?.capacity ?? Infinity)) return null;
    counts.set(slotName(type, namespace), count);
  }
  return union;
}

/** Distinct persons of the union; null when two contradict each other or there are too many to carry. */
function personsOfUnion(cluster: Cluster): string[] | null {
  const named = cluster.deltas.map((delta) => delta.after.person).filter((person) => !isUnknown(person));
  const keys = [...new Set([...cluster.customers.flatMap((each) => each.persons), ...named.map(personKey)])].sort(
    compare,
  );
  if (keys.length > LIMITS.personsPerCustomer) return null;
  const persons = keys.map(parsePersonKey);
  const contradict = persons.some((a, i) => persons.some((b, j) => j > i && comparePersons(a, b) === 'CONTRADICT'));
  return contradict ? null : keys;
}

/** The survivor first: known before anonymous, then larger, then older, then the smaller id. */
export function bySurvival(a: CustomerState, b: CustomerState): number {
  return Number(b.known) - Number(a.known) || b.size - a.size || a.createdAt - b.createdAt || compare(a.id, b.id);
}

function receivedAt(fresh: readonly RecordDelta[]): number[] {
  return fresh.map((delta) => delta.after.receivedAt);
}

function holdsUnguarded(delta: RecordDelta, linking: ReadonlySet<string>, policy: Policy): boolean {
  return delta.after.attachments.some(
    ({ identifier, type, status }) =>
      status === 'ACTIVE' && policy.types[type]?.guard === 'no' && linking.has(identifier),
  );
}

/** A name that people know stays; a caption made of an identifier gives way to a name. */
function nameOf(cluster: Cluster, survivor: CustomerState | undefined): string {
  if (survivor && survivor.persons.length > 0) return survivor.displayName;
  const named = cluster.deltas.filter((delta) => !isUnknown(delta.after.person)).map((delta) => delta.after);
  const known = cluster.customers.find((each) => each.persons.length > 0);
  return (
    known?.displayName ??
    survivor?.displayName ??
    displayNameOf(named.length > 0 ? named : cluster.deltas.map((each) => each.after))
  );
}
