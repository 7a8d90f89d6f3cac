import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Policy } from '../policy/policy.types.js';
import type { Assignment } from '../resolution/assign-ids.js';
import type { Join } from '../resolution/evidence.types.js';
import { compare } from '../resolution/link-units.js';
import type { Cluster } from './clusters.js';
import type { Cause } from './engine.types.js';
import { UnionFind } from './union-find.js';

/**
 * What joined the records of customers that were several before: the identifiers and decisions that, in the order of
 * `resolve`, brought two of them together or tied in a record that belonged to none.
 *
 * @param before the customer of each record before the change
 */
export function causesOf(
  merged: readonly Assignment[],
  joins: readonly Join[],
  before: ReadonlyMap<RecordKey, CustomerId | null>,
): Cause[] {
  return merged.map(({ id, records }): Cause => {
    const members = new Set(records);
    const tracks = new Tracks(records, before);
    const telling = joins.filter(({ roots }) => roots.every((key) => members.has(key)) && tracks.joins(roots));
    return {
      customer: id,
      identifiers: limited(telling.flatMap((each) => each.identifier ?? [])),
      decisions: limited(telling.flatMap((each) => each.decision ?? [])),
    };
  });
}

/** On the fast path everything joins: what somebody held before, or several of the new records hold. */
export function fastCause(customer: CustomerId, cluster: Cluster, policy: Policy): Cause {
  const strength = (type: string): number => policy.types[type]?.strength ?? Infinity;
  const active = cluster.deltas.flatMap(({ after }) => after.attachments.filter((each) => each.status === 'ACTIVE'));
  const held = active.map((each) => each.identifier);
  const ties = cluster.identifiers.filter(
    ({ key, before }) => (before?.attachments ?? 0) > 0 || held.filter((each) => each === key).length > 1,
  );
  const ordered = ties.sort((a, b) => strength(a.type) - strength(b.type) || compare(a.key, b.key));
  return { customer, identifiers: limited(ordered.map((each) => each.key)), decisions: [] };
}

/** Which of the old customers each growing group of records holds. */
class Tracks {
  readonly #groups = new UnionFind();
  readonly #held = new Map<string, Set<CustomerId>>();

  constructor(records: readonly RecordKey[], before: ReadonlyMap<RecordKey, CustomerId | null>) {
    for (const key of records) {
      this.#groups.add(key);
      const customer = before.get(key);
      this.#held.set(key, new Set(customer ? [customer] : []));
    }
  }

  /** Joins the groups; whether that told something new. */
  joins(roots: readonly RecordKey[]): boolean {
    const groups = [...new Set(roots.map((key) => this.#groups.find(key)))];
    const held = groups.map((group) => this.#held.get(group) ?? new Set<CustomerId>());
    const union = new Set(held.flatMap((each) => [...each]));
    for (const group of groups) this.#groups.union(groups[0] ?? group, group);
    this.#held.set(this.#groups.find(groups[0] ?? ''), union);
    return held.some((each) => each.size < union.size);
  }
}

function limited<Key extends string>(keys: readonly Key[]): Key[] {
  return [...new Set(keys)].slice(0, LIMITS.causesPerEvent);
}
