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

/** A live customer before the change. */
export interface LiveCustomer extends FormerCustomer {
  /** The ids that were merged into it, with what they had when they were retired. */
  readonly absorbed: readonly FormerCustomer[];
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
 * most of the records they had when they were retired, and claims itself by what it had before. Of several claims the
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
    claims[place]?.push({ customer, weight: records.length, kind });
    return true;
  };
  for (const customer of live) {
    const apart = new Set(customer.records.flatMap((key) => groupOf.get(key) ?? [])).size > 1;
    if (apart) for (const former of customer.absorbed) enter(former, former.records, 'absorbed');
    const own = apart ? customer.recordsBeforeMerges : customer.records;
    if (!enter(customer, own, 'live') && !enter(customer, customer.records, 'live')) homeless.push(customer.id);
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
function favourite(records: readonly RecordKey[], groupOf: ReadonlyMap<RecordKey, number>): number | null {
  const counts = new Map<number, { count: number; smallest: RecordKey }>();
  for (const key of records) {
    const group = groupOf.get(key);
    if (group === undefined) continue;
    const seen = counts.get(group);
    if (!seen) counts.set(group, { count: 1, smallest: key });
    else counts.set(group, { count: seen.count + 1, smallest: key < seen.smallest ? key : seen.smallest });
  }
  const ranked = [...counts].sort(([, a], [, b]) => b.count - a.count || compare(a.smallest, b.smallest));
  return ranked[0]?.[0] ?? null;
}
