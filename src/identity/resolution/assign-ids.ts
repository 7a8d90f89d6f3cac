import type { CustomerId, NewId, RecordKey } from '../../kernel/ids.js';
import { compare } from './link-units.js';

/** A former id that may come back: which records it had when it was retired or emptied. */
export interface FormerCustomer {
  readonly id: CustomerId;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly known: boolean;
  readonly records: readonly RecordKey[];
}

/** An id that was merged into a customer, with what it had when it was retired. */
export interface AbsorbedCustomer extends FormerCustomer {
  /** How many of these records one customer holds that takes no part in the change, at the most. */
  readonly heldElsewhere: number;
}

/** A live customer before the change. */
export interface LiveCustomer extends FormerCustomer {
  readonly absorbed: readonly AbsorbedCustomer[];
  /** The records that it had itself before the first of those merges; its present ones when there was none. */
  readonly recordsBeforeMerges: readonly RecordKey[];
}

export interface Assignment {
  readonly id: CustomerId;
  readonly records: readonly RecordKey[];
  /** Epoch milliseconds; null for a new customer. */
  readonly createdAt: number | null;
  /** The id was not live before and is again. */
  readonly revived: boolean;
  /** Other live or emptied ids that end in this customer. */
  readonly retired: readonly CustomerId[];
}

export interface Assignments {
  readonly customers: readonly Assignment[];
  /** Live ids whose last record went away. */
  readonly emptied: readonly CustomerId[];
}

interface Claim {
  readonly customer: FormerCustomer;
  /** How many records the claim rests on. */
  readonly weight: number;
  readonly kind: 'live' | 'absorbed' | 'emptied';
}

/**
 * Gives each group of records its customer id (design "Identity of a customer over time"). A customer whose records
 * stay together claims their group; one that falls apart first lets the ids that it had absorbed claim the groups with
 * most of the records they had when they were retired, and claims itself by what it had before. Only groups that it falls
 * into can be claimed so: records that have long been somewhere else are none of its business. Of several claims the
 * survivor's holds: a known customer before an anonymous one, then more records, then the older, then the smaller id.
 */
export function assignIds(
  groups: readonly (readonly RecordKey[])[],
  live: readonly LiveCustomer[],
  emptied: readonly FormerCustomer[],
  newId: NewId,
): Assignments {
  const groupOf = new Map(groups.flatMap((records, index) => records.map((key) => [key, index] as const)));
  const claims = groups.map((): Claim[] => []);
  const homeless: CustomerId[] = [];
  const enter = (customer: FormerCustomer, records: readonly RecordKey[], kind: Claim['kind']): boolean => {
    const place = favourite(records, groupOf);
    if (place === null) return false;
    claims[place.group]?.push({ customer, weight: records.length, kind });
    return true;
  };
  for (const customer of live) {
    const own = new Set(customer.records);
    const isApart = new Set(customer.records.flatMap((key) => groupOf.get(key) ?? [])).size > 1;
    for (const former of isApart ? customer.absorbed : []) {
      const place = favourite(former.records, groupOf);
      const still = former.records.filter((key) => own.has(key));
      const isHere = place !== null && still.some((key) => groupOf.get(key) === place.group);
      if (isHere && place.count > former.heldElsewhere) enter(former, still, 'absorbed');
    }
    const before = isApart ? customer.recordsBeforeMerges.filter((key) => own.has(key)) : customer.records;
    if (!enter(customer, before, 'live') && !enter(customer, customer.records, 'live')) homeless.push(customer.id);
  }
  for (const customer of emptied) enter(customer, customer.records, 'emptied');
  return settle(groups, claims, live, homeless, newId);
}

function settle(
  groups: readonly (readonly RecordKey[])[],
  claims: readonly Claim[][],
  live: readonly LiveCustomer[],
  emptied: readonly CustomerId[],
  newId: NewId,
): Assignments {
  const liveIds = new Set(live.map((customer) => customer.id));
  const customers = groups.map((records, index): Assignment => {
    const ranked = [...(claims[index] ?? [])].sort(bySurvival);
    const [winner, ...others] = ranked;
    if (!winner) return { id: newId() as CustomerId, records, createdAt: null, revived: false, retired: [] };
    const retired = others.filter((each) => each.kind !== 'absorbed').map((each) => each.customer.id);
    const ages = ranked
      .filter((each) => each.kind === 'live' || each === winner)
      .map((each) => each.customer.createdAt);
    const createdAt = Math.min(...ages);
    return { id: winner.customer.id, records, createdAt, revived: !liveIds.has(winner.customer.id), retired };
  });
  return { customers, emptied };
}

/** The survivor's claim first. A former id never displaces a live one that claims as much. */
function bySurvival(a: Claim, b: Claim): number {
  return (
    Number(b.customer.known) - Number(a.customer.known) ||
    b.weight - a.weight ||
    Number(b.kind === 'live') - Number(a.kind === 'live') ||
    a.customer.createdAt - b.customer.createdAt ||
    compare(a.customer.id, b.customer.id)
  );
}

/** The group with most of the records; ties go to the group of the smallest record key among them. */
function favourite(
  records: readonly RecordKey[],
  groupOf: ReadonlyMap<RecordKey, number>,
): { readonly group: number; readonly count: number } | null {
  const counts = new Map<number, { count: number; smallest: RecordKey }>();
  for (const key of records) {
    const group = groupOf.get(key);
    if (group === undefined) continue;
    const seen = counts.get(group);
    if (!seen) counts.set(group, { count: 1, smallest: key });
    else counts.set(group, { count: seen.count + 1, smallest: key < seen.smallest ? key : seen.smallest });
  }
  const ranked = [...counts].sort(([, a], [, b]) => b.count - a.count || compare(a.smallest, b.smallest));
  const [first] = ranked;
  return first ? { group: first[0], count: first[1].count } : null;
}
