import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Bench } from '../identity.service.js';
import type { Standing } from '../engine/engine.types.js';
import { typeAndNamespace } from '../engine/link-rules.js';
import type { StoredRecord } from '../records/record.types.js';
import { compare } from '../resolution/link-units.js';
import type { DecisionSide } from '../resolution/evidence.types.js';
import { customersStanding } from './decision.queries.js';
import { refuse } from './refused.js';

/** Customers under lock, with their records. */
export interface Ground {
  readonly records: ReadonlyMap<CustomerId, readonly StoredRecord[]>;
  readonly standings: ReadonlyMap<IdentifierKey, Standing>;
}

/** A customer that a request names. */
interface NamedCustomer {
  readonly id: string;
  readonly field: string;
  readonly follows: boolean;
}

/**
 * The live customers of ids, under lock, in their order. A former id is followed where `follows` says so. Throws Refused
 * naming the field of an id that is unknown, gone, or answers for several.
 */
export async function liveCustomers(bench: Bench, ids: readonly NamedCustomer[]): Promise<CustomerId[]> {
  for (let locked: readonly CustomerId[] = []; ;) {
    const live = await standingNow(bench, ids);
    // Another writer may have merged one away before it was locked: looked at again until all that live are locked.
    if (live.every((id) => locked.includes(id))) return live;
    locked = await lockInOrder(bench, [...locked, ...live]);
  }
}

async function lockInOrder({ store, context }: Bench, customers: readonly CustomerId[]): Promise<CustomerId[]> {
  const ids = [...new Set(customers)].sort(compare);
  for (const id of ids) context.met.add(id);
  await store.lockCustomers(ids, [], []);
  return ids;
}

async function standingNow({ tx }: Bench, ids: readonly NamedCustomer[]): Promise<CustomerId[]> {
  const rows = await tx.all(customersStanding, { ids: ids.map((each) => each.id) });
  const standing = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.id, row]));
  return ids.map(({ id, field, follows }) => {
    const row = standing.get(id);
    if (!row) return refuse('UNKNOWN_CUSTOMER', field, 'was never issued');
    if (row.status === 'LIVE') return row.id;
    const [successor, ...others] = row.into;
    if (follows && successor && others.length === 0) return successor;
    if (row.status === 'EMPTIED') return refuse('STALE_CUSTOMER', field, 'has no record left');
    const message = others.length > 0 ? 'fell apart into several customers' : 'was merged into another customer';
    return refuse('STALE_CUSTOMER', field, `${message}: ask identity for it`);
  });
}

/** Locks live customers and reads their records. */
export async function groundOf(bench: Bench, customers: readonly CustomerId[]): Promise<Ground> {
  const ids = await lockInOrder(bench, customers);
  const { records, standings } = await bench.store.surroundings(ids);
  const byCustomer = new Map<CustomerId, StoredRecord[]>(ids.map((id) => [id, []]));
  for (const record of records) if (record.customerId) byCustomer.get(record.customerId)?.push(record);
  return { records: byCustomer, standings };
}

/** Sides that name records, and the unguarded identifiers that link these and nobody of another side. */
export function sidesOf(
  { context: { policy } }: Bench,
  ground: Ground,
  sides: readonly (readonly StoredRecord[])[],
): DecisionSide[] {
  const telling = sides.map((records) => new Set(records.flatMap((record) => linking(record, ground, policy))));
  return sides.map((records, side) => ({
    records: records.map((record) => record.key).sort(compare),
    identifiers: [...(telling[side] ?? [])]
      .filter((key) => !telling.some((other, index) => index !== side && other.has(key)))
      .sort(compare),
  }));
}

function linking(record: StoredRecord, { standings }: Ground, policy: Bench['context']['policy']): IdentifierKey[] {
  return record.attachments.flatMap(({ identifier, status }) => {
    const isUnguarded = policy.types[typeAndNamespace(identifier).type]?.guard === 'no';
    return status === 'ACTIVE' && isUnguarded && standings.get(identifier)?.status === 'LINKABLE' ? [identifier] : [];
  });
}

/** The stored records of keys, under lock. Throws Refused naming the field of one that is unknown or deleted. */
export async function liveRecords(
  { store }: Bench,
  keys: readonly { readonly key: RecordKey; readonly field: string }[],
): Promise<StoredRecord[]> {
  const stored = await store.lockRecords([...new Set(keys.map((each) => each.key))].sort(compare));
  const byKey = new Map(stored.filter((record) => !record.deleted).map((record) => [record.key, record]));
  return keys.map(
    ({ key, field }) => byKey.get(key) ?? refuse('UNKNOWN_RECORD', field, 'is no record, or it was deleted'),
  );
}
