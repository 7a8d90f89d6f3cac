import type { CustomerId, NewId } from '../../kernel/ids.js';
import type { MembershipPlan, RecordDelta } from './engine.types.js';
import { displayNameOf } from './display-name.js';
import { NO_CHANGE } from './plans.js';
import { isUnknown, personKey } from '../resolution/persons/person-key.js';

/**
 * The delta with its new attachments HELD: they are evidence that `resolve` ignores until a background job takes them
 * up, because their component is larger than a request may walk (`componentMax`).
 */
export function holdBack(delta: RecordDelta): RecordDelta {
  const old = new Map(delta.before?.attachments.map((each) => [each.identifier, each.status]));
  const attachments = delta.after.attachments.map((each) => ({
    ...each,
    status: old.get(each.identifier) ?? ('HELD' as const),
  }));
  return { ...delta, after: { ...delta.after, attachments } };
}

/** A held record that has no customer yet is one of its own; the others stay where they are. */
export function heldMembership(
  deltas: readonly RecordDelta[],
  context: { readonly newId: NewId; readonly now: number },
): MembershipPlan {
  const homeless = deltas.filter((delta) => !delta.before?.customerId && !delta.after.deleted);
  const created = homeless.map(({ after }) => ({
    id: context.newId() as CustomerId,
    createdAt: context.now,
    size: 1,
    constrained: false,
    known: false,
    slots: [],
    persons: isUnknown(after.person) ? [] : [personKey(after.person)],
    displayName: displayNameOf([after]),
  }));
  const moves = homeless.map(({ after }, index) => ({ record: after.key, from: null, to: created[index]?.id ?? null }));
  return { ...NO_CHANGE, created, moves };
}
