import type { CustomerId, IdentifierKey, NewId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Policy } from '../policy/policy.types.js';
import { compare } from '../resolution/link-units.js';
import { isUnknown, personKey } from '../resolution/persons/person-key.js';
import { displayNameOf } from '../records/display-name.js';
import type { CustomerState, IdentifierDelta, MembershipPlan, RecordDelta } from './engine.types.js';
import { attachmentsOf, identifierDeltas } from './identifier-deltas.js';
import { NO_CHANGE } from './plans.js';

/**
 * The delta with its new attachments HELD: they are evidence that `resolve` ignores until a background job takes them
 * up, because their component is larger than a request may walk (`componentMax`).
 */
export function holdBack(delta: RecordDelta): RecordDelta {
  const old = new Map(delta.before?.attachments.map((each) => [each.identifier, each.status]));
  const attachments = delta.after.attachments.map((each) => {
    const before = old.get(each.identifier);
    const isNew = each.status === 'ACTIVE' && before !== 'ACTIVE';
    return { ...each, status: isNew ? ('HELD' as const) : (before ?? each.status) };
  });
  return { ...delta, after: { ...delta.after, attachments } };
}

/**
 * How identifiers stand when some records were set aside. One that only these hold keeps its status: that it ceases to
 * be generic concerns a component that nobody may walk now.
 */
export function identifiersBeside(
  aside: readonly RecordDelta[],
  others: readonly RecordDelta[],
  before: ReadonlyMap<IdentifierKey, IdentifierDelta>,
  policy: Policy,
): Map<IdentifierKey, IdentifierDelta> {
  const stored = [...before.values()].flatMap((each) => each.before ?? []);
  const deltas = identifierDeltas([...aside, ...others], stored, policy);
  const walked = new Set(others.flatMap((delta) => attachmentsOf(delta).map((each) => each.identifier)));
  const standing = (delta: IdentifierDelta): IdentifierDelta =>
    delta.before && !walked.has(delta.key) ? { ...delta, status: delta.before.status } : delta;
  return new Map([...deltas].map(([key, delta]) => [key, standing(delta)]));
}

/**
 * Who is who of the records set aside, as far as it can be said without a walk. One without customer becomes its own; a
 * deleted one leaves; any other stays, though what it says now might tell it apart. The customers around them are
 * `unsettled`, and `constrained` so that no fast path trusts what they carry.
 *
 * @param around the customers of these records, and those with whom they shared an identifier until now
 */
export function heldMembership(
  aside: readonly RecordDelta[],
  around: ReadonlyMap<CustomerId, CustomerState>,
  context: { readonly newId: NewId; readonly now: number },
): MembershipPlan {
  const moving = aside.filter((delta) => delta.evidence !== 'NONE');
  const homeless = moving.filter((delta) => !delta.before?.customerId && !delta.after.deleted);
  const created = homeless.map((delta) => founded(delta, context));
  const changed = [...around.values()].map((customer) =>
    unsettled(
      customer,
      moving.filter((delta) => delta.before?.customerId === customer.id),
    ),
  );
  return {
    ...NO_CHANGE,
    created,
    updated: changed.filter((customer) => customer.size > 0),
    oversized: [
      ...changed.map(({ id, size }) => ({ customer: id, open: size > 0 })),
      ...created.filter((each) => each.unsettled).map(({ id }) => ({ customer: id, open: true })),
    ],
    retired: changed.filter((customer) => customer.size === 0).map(({ id }) => ({ id, into: [] })),
    moves: [
      ...homeless.map(({ after }, index) => ({ record: after.key, from: null, to: created[index]?.id ?? null })),
      ...moving
        .filter(({ before, after }) => before?.customerId && after.deleted)
        .map(({ before, after }) => ({ record: after.key, from: before?.customerId ?? null, to: null })),
    ],
  };
}

function founded({ after }: RecordDelta, context: { readonly newId: NewId; readonly now: number }): CustomerState {
  const waits = after.attachments.some((each) => each.status === 'HELD');
  return {
    id: context.newId() as CustomerId,
    ...{ createdAt: context.now, size: 1, constrained: waits, unsettled: waits, known: false, slots: [] },
    persons: isUnknown(after.person) ? [] : [personKey(after.person)],
    displayName: displayNameOf([after]),
  };
}

/** Slots and persons may be too many now, which only keeps the customer from the fast path. */
function unsettled(customer: CustomerState, own: readonly RecordDelta[]): CustomerState {
  const named = own.map((delta) => delta.after.person).filter((person) => !isUnknown(person));
  const persons = [...new Set([...customer.persons, ...named.map(personKey)])].sort(compare);
  return {
    ...customer,
    size: customer.size - own.filter((delta) => delta.after.deleted).length,
    persons: persons.slice(0, LIMITS.personsPerCustomer + 1),
    constrained: true,
    unsettled: true,
  };
}
