import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import type { Anew } from '../engine/resolve-anew.js';
import { compare } from '../resolution/link-units.js';
import type { Fate, Tally } from './rollout.types.js';

/**
 * What becomes of each customer of some evidence components when these are resolved anew, by id. It is read off the two
 * partitions alone, so that looking ahead and doing it count the same.
 */
export function fatesOf({ gathered, after, plan }: Pick<Anew, 'gathered' | 'after' | 'plan'>): Fate[] {
  const owner = new Map([...gathered.records.values()].map((each) => [each.key, each.customerId] as const));
  const groupsOf = new Map<CustomerId, Set<readonly RecordKey[]>>();
  for (const group of after.resolution.groups) {
    for (const key of group) {
      const customer = owner.get(key);
      if (customer) groupsOf.set(customer, (groupsOf.get(customer) ?? new Set()).add(group));
    }
  }
  const contested = countContested({ gathered, plan }, owner);
  return [...groupsOf]
    .sort(([a], [b]) => compare(a, b))
    .map(([customer, groups]): Fate => {
      const sharers = [...groups].flatMap((group) => group.flatMap((key) => owner.get(key) ?? []));
      const others = [...new Set(sharers)].filter((id) => id !== customer).sort(compare);
      const parts = [...groups].map((group) => group.length).sort((a, b) => b - a);
      return { customer, parts, others, contested: contested.get(customer) ?? 0 };
    });
}

/** Newly contested identifiers, with the customer of the smallest record that holds them. */
function countContested(
  { gathered, plan }: Pick<Anew, 'gathered' | 'plan'>,
  owner: ReadonlyMap<RecordKey, CustomerId | null>,
): Map<CustomerId, number> {
  const isNew = (key: Anew['plan']['marks'][number]['key']): boolean =>
    (gathered.standings.get(key)?.contestReasons.length ?? 0) === 0;
  const fresh = new Set(plan.marks.filter((each) => each.contested && isNew(each.key)).map((each) => each.key));
  const counts = new Map<CustomerId, number>();
  if (fresh.size === 0) return counts;
  for (const key of [...gathered.records.keys()].sort(compare)) {
    for (const { identifier, status } of gathered.records.get(key)?.attachments ?? []) {
      const customer = owner.get(key);
      if (status === 'ACTIVE' && customer && fresh.delete(identifier))
        counts.set(customer, (counts.get(customer) ?? 0) + 1);
    }
  }
  return counts;
}

/** Whether the customer's records are together with others', or not together. */
export function changes({ parts, others }: Fate): boolean {
  return parts.length > 1 || others.length > 0;
}

/** The fates in numbers; `looked` and `setAside` are the walk's to know. */
export function tallyOf(fates: readonly Fate[]): Pick<Tally, 'merged' | 'split' | 'contested'> {
  return {
    merged: fates.filter((each) => each.others.length > 0).length,
    split: fates.filter((each) => each.parts.length > 1).length,
    contested: fates.reduce((sum, each) => sum + each.contested, 0),
  };
}
