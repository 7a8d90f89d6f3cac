import type { CustomerId, NewId } from '../../kernel/ids.js';
import { recordsNamed } from '../decisions/decision.types.js';
import type { DecisionsAfter } from '../decisions/decisions-after.js';
import type { MembershipPlan } from '../engine/engine.types.js';
import { compare } from '../resolution/link-units.js';
import type { EventKind, IdentityEvent } from './event.types.js';

interface Circumstances {
  readonly decisions: DecisionsAfter;
  readonly policy: string;
  readonly actor: string | null;
  readonly newId: NewId;
}

/** Kinds by how much they say: of several things that happen to a customer at once, the first is told. */
const BY_WEIGHT: readonly EventKind[] = ['MERGED', 'REVIVED', 'EMPTIED', 'SPLIT', 'MOVED'];

/**
 * The events of a change of the partition, by customer id. Records that are new, or that only joined or left, make none:
 * their membership says it.
 */
export function eventsOf(plan: MembershipPlan, { decisions, policy, actor, newId }: Circumstances): IdentityEvent[] {
  const retired = retiredBy(plan);
  const causes = new Map(plan.causes.map((cause) => [cause.customer, cause]));
  const ruled = ruledFor(plan, decisions);
  return [...kindsOf(plan, retired)]
    .sort(([a], [b]) => compare(a, b))
    .map(([customer, kind]): IdentityEvent => {
      const cause = causes.get(customer);
      return {
        ...{ id: newId(), kind, customer, retired: retired.get(customer) ?? [], policy, actor },
        identifiers: cause?.identifiers ?? [],
        decisions: [...new Set([...ruled(customer), ...(cause?.decisions ?? [])])],
      };
    });
}

/**
 * The decisions that have to do with what happens to a customer. A steward's ruling concerns whoever it changes; a decision that
 * ends because sources deleted records concerns only those who held these records, or take over what these held.
 */
function ruledFor({ moves }: MembershipPlan, { begun, ended }: DecisionsAfter): (customer: CustomerId) => string[] {
  const bySources = ended
    .filter((each) => each.status === 'ENDED')
    .map(({ decision }) => {
      const named = new Set(recordsNamed(decision));
      const left = new Set(moves.flatMap(({ record, from }) => (from && named.has(record) ? [from] : [])));
      const taken = moves.flatMap(({ from, to }) => (from && to && left.has(from) ? [to] : []));
      return { id: decision.id, concerned: new Set([...left, ...taken]) };
    });
  const byStewards = [...begun, ...ended.filter((each) => each.status !== 'ENDED').map((each) => each.decision)];
  return (customer) => [
    ...byStewards.map((each) => each.id),
    ...bySources.filter((each) => each.concerned.has(customer)).map((each) => each.id),
  ];
}

/** Ids that ended in each customer. */
function retiredBy({ retired }: MembershipPlan): Map<CustomerId, CustomerId[]> {
  const ended = new Map<CustomerId, CustomerId[]>();
  for (const { id, into } of retired) {
    for (const customer of into) ended.set(customer, [...(ended.get(customer) ?? []), id].sort(compare));
  }
  return ended;
}

function kindsOf(
  plan: MembershipPlan,
  merged: ReadonlyMap<CustomerId, readonly CustomerId[]>,
): Map<CustomerId, EventKind> {
  const kinds = new Map<CustomerId, EventKind>();
  const tell = (customer: CustomerId, kind: EventKind): void => {
    const told = kinds.get(customer);
    if (!told || BY_WEIGHT.indexOf(kind) < BY_WEIGHT.indexOf(told)) kinds.set(customer, kind);
  };
  for (const customer of merged.keys()) tell(customer, 'MERGED');
  for (const customer of plan.revived) tell(customer, 'REVIVED');
  for (const { id } of plan.retired.filter((each) => each.into.length === 0)) tell(id, 'EMPTIED');
  const ended = new Set(plan.retired.map((each) => each.id));
  const fresh = new Set([...plan.created.map((each) => each.id), ...plan.revived]);
  for (const { from, to } of plan.moves) {
    if (!from || !to || ended.has(from)) continue;
    if (fresh.has(to)) tell(from, 'SPLIT');
    else tell(to, 'MOVED');
  }
  return kinds;
}
