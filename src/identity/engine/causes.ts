import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Policy } from '../policy/policy.types.js';
import type { RecordState } from '../records/record.types.js';
import type { Assignment } from '../resolution/assign-ids.js';
import type { Evidence, Join } from '../resolution/evidence.types.js';
import { compare } from '../resolution/link-units.js';
import type { Cluster } from './clusters.js';
import type { Cause } from './engine.types.js';
import { telling, type Tie } from './telling-ties.js';
import { UnionFind } from './union-find.js';

/** What the slow path knows of a change. */
interface Resolved {
  readonly records: readonly RecordState[];
  readonly evidence: Pick<Evidence, 'decisions'>;
  readonly joins: readonly Join[];
}

/**
 * What brought records of several customers together, by the customer that holds them now: of all that `resolve` joined, in
 * its order, only what lies between two of the former customers. What held one of them together before is no cause.
 *
 * @param former the customer that each record had before the change, or when it was deleted; absent for a new one
 */
export function causesOf(
  assignments: readonly Pick<Assignment, 'id' | 'records'>[],
  resolved: Resolved,
  former: ReadonlyMap<RecordKey, CustomerId>,
): Cause[] {
  const met = assignments.filter(({ records }) => new Set(records.flatMap((key) => former.get(key) ?? [])).size > 1);
  if (met.length === 0) return [];
  const ties = tiesOf(resolved);
  return met.map(({ id, records }): Cause => {
    const members = new Set<string>(records);
    const own = ties.filter(({ holders }) => holders.some((key) => members.has(key)));
    return causeOf(id, telling(own, former));
  });
}

/**
 * The same on the fast path, where every identifier joins whoever holds it; of two with the same strength the smaller key comes
 * first, because when the records of others were captured is not read there.
 *
 * @param holderOf the customer that held an identifier before
 */
export function fastCause(
  customer: CustomerId,
  cluster: Cluster,
  policy: Policy,
  holderOf: ReadonlyMap<IdentifierKey, CustomerId>,
): Cause {
  const strength = (type: string): number => policy.types[type]?.strength ?? Infinity;
  const former = new Map<string, CustomerId>(cluster.customers.map(({ id }) => [id, id]));
  for (const { before, after } of cluster.deltas) if (before?.customerId) former.set(after.key, before.customerId);
  const holding = holdersOf(cluster.deltas.map((delta) => delta.after));
  const ties = [...cluster.identifiers]
    .sort((a, b) => strength(a.type) - strength(b.type) || compare(a.key, b.key))
    .map(({ key }): Tie => {
      const holder = holderOf.get(key);
      const holders: string[] = [...(holder ? [holder] : []), ...(holding.get(key) ?? [])];
      return { identifier: key, decision: null, holders };
    });
  return causeOf(customer, telling(ties, former));
}

/** The joins of `resolve` with the records that each one joined by: it names the group of each only by its smallest record. */
function tiesOf({ records, evidence, joins }: Resolved): Tie[] {
  const holding = holdersOf(records);
  const named = new Map(evidence.decisions.map(({ id, sides }) => [id, sides.flatMap((side) => side.records)]));
  const groups = new UnionFind();
  for (const { key } of records) groups.add(key);
  return joins.map(({ identifier, decision, roots }): Tie => {
    const reached = new Set(roots.map((key) => groups.find(key)));
    const keys = (identifier ? holding.get(identifier) : named.get(decision ?? '')) ?? [];
    const holders = keys.filter((key) => reached.has(groups.find(key)));
    for (const key of roots) groups.union(roots[0] ?? key, key);
    return { identifier, decision, holders };
  });
}

/** Who holds each identifier actively. */
function holdersOf(records: readonly Pick<RecordState, 'key' | 'attachments'>[]): Map<IdentifierKey, RecordKey[]> {
  const holding = new Map<IdentifierKey, RecordKey[]>();
  for (const { key, attachments } of records) {
    for (const { identifier, status } of attachments) {
      if (status !== 'ACTIVE') continue;
      const keys = holding.get(identifier);
      if (keys) keys.push(key);
      else holding.set(identifier, [key]);
    }
  }
  return holding;
}

function causeOf(customer: CustomerId, ties: readonly Tie[]): Cause {
  return {
    customer,
    identifiers: limited(ties.flatMap((each) => each.identifier ?? [])),
    decisions: limited(ties.flatMap((each) => each.decision ?? [])),
  };
}

function limited<Key extends string>(keys: readonly Key[]): Key[] {
  return [...new Set(keys)].slice(0, LIMITS.causesPerEvent);
}
