import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import type { Assignments } from '../resolution/assign-ids.js';
import type { MembershipPlan, Past } from './engine.types.js';
import type { Gathered } from './gather.js';

/** Ids that end: into every customer that holds a record of theirs, or emptied. */
export function retirements(
  assignments: Assignments,
  gathered: Gathered,
  owner: ReadonlyMap<RecordKey, CustomerId>,
): MembershipPlan['retired'] {
  const into = new Map<CustomerId, Set<CustomerId>>();
  for (const { id, retired } of assignments.customers) {
    for (const each of retired) into.set(each, (into.get(each) ?? new Set()).add(id));
  }
  for (const { key, customerId } of gathered.records.values()) {
    const target = owner.get(key);
    if (customerId && target && into.has(customerId)) into.get(customerId)?.add(target);
  }
  const retired = [...into].map(([id, targets]) => ({ id, into: [...targets].sort() }));
  return [...retired, ...assignments.emptied.map((id) => ({ id, into: [] }))];
}

/**
 * Former ids of customers that lost records point at whoever holds theirs now. One that has none left follows the
 * customer that it was merged into; one that points right already is left alone, with the number of its merge.
 */
export function redirections(
  { formers }: Past,
  revived: readonly CustomerId[],
  gathered: Gathered,
  owner: ReadonlyMap<RecordKey, CustomerId>,
  retired: MembershipPlan['retired'],
): MembershipPlan['redirected'] {
  const holderAfter = (key: RecordKey, holders: ReadonlyMap<RecordKey, CustomerId>): CustomerId | undefined =>
    owner.get(key) ?? (gathered.records.has(key) ? undefined : holders.get(key));
  const successors = new Map(retired.map(({ id, into }) => [id, into]));
  const ids = new Set(formers.map((former) => former.id).filter((id) => !revived.includes(id)));
  return [...ids].flatMap((id) => {
    const rows = formers.filter((former) => former.id === id);
    const held = rows.flatMap(({ records, holders }) => records.flatMap((key) => holderAfter(key, holders) ?? []));
    const isScattered = rows.some((former) => (successors.get(former.mergedInto)?.length ?? 1) > 1);
    if (held.length === 0 && !isScattered) return [];
    const followed = rows.flatMap((former) => successors.get(former.mergedInto) ?? [former.mergedInto]);
    const into = [...new Set(held.length > 0 ? held : followed)].sort();
    const now = [...new Set(rows.map((former) => former.mergedInto))].sort();
    return now.join() === into.join() ? [] : [{ id, into }];
  });
}
