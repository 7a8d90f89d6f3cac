import type { CustomerId } from '../../kernel/ids.js';
import type { RecordChange } from '../records/record.types.js';
import { compare } from '../resolution/link-units.js';
import { applyBatch } from './apply-batch.js';
import { decide, type Context, type Touched } from './decide.js';
import type { CustomerState, EvidenceStore, Reach, RecordDelta } from './engine.types.js';
import { identifierDeltas, touchedIdentifiers } from './identifier-deltas.js';
import type { ChangeOutcome } from '../identity.types.js';
import { outcomesOf } from './outcomes.js';

export type { Context };

/**
 * Brings the stored partition back to `resolve(evidence, policy)` after a batch of changes, inside one transaction:
 * lock, read, decide, write. Returns one outcome per change, in their order. May run again from the start when the
 * transaction is retried; it keeps nothing between two runs.
 */
export async function bringUpToDate(
  store: EvidenceStore,
  changes: readonly RecordChange[],
  context: Context,
): Promise<ChangeOutcome[]> {
  const keys = [...new Set(changes.map((change) => change.key))].sort(compare);
  const stored = await store.lockRecords(keys);
  const batch = applyBatch(changes, stored, context.now);
  const found = await lockTouched(store, batch.deltas, context);
  const decided = await decide(store, found, context);
  if (decided.deltas.length > 0) {
    await store.write({
      records: decided.deltas,
      identifiers: [...decided.identifiers.values()],
      membership: decided.plan,
    });
  }
  return outcomesOf(changes, batch.receptions, stored, found.customers, decided.plan);
}

async function lockTouched(
  store: EvidenceStore,
  deltas: readonly RecordDelta[],
  { policy, met }: Context,
): Promise<Touched> {
  const locks = touchedIdentifiers(deltas, policy);
  const stored = locks.length > 0 ? await store.lockIdentifiers(locks) : [];
  const moving = deltas.filter((delta) => delta.evidence !== 'NONE' && delta.before?.customerId);
  const records = moving.map((delta) => delta.after.key);
  const identifiers = stored.map((each) => each.key);
  let reach: Reach = {
    records: new Map(
      moving.flatMap((each) => (each.before?.customerId ? [[each.after.key, each.before.customerId]] : [])),
    ),
    identifiers: new Map(stored.flatMap((each) => (each.customerId ? [[each.key, each.customerId]] : []))),
  };
  const customers = new Map<CustomerId, CustomerState>();
  for (const each of unlocked(reach, customers)) met.add(each);
  for (let fresh = sorted(met); fresh.length > 0; fresh = unlocked(reach, customers)) {
    for (const each of fresh) met.add(each);
    const locked = await store.lockCustomers(fresh, records, identifiers);
    for (const customer of locked.customers) customers.set(customer.id, customer);
    reach = locked.reach;
  }
  return {
    deltas: withCustomers(deltas, reach),
    identifiers: identifierDeltas(deltas, stored, policy),
    customers: reached(customers, reach),
    reach,
  };
}

function sorted(ids: Iterable<CustomerId>): CustomerId[] {
  return [...ids].sort(compare);
}

function unlocked(reach: Reach, locked: ReadonlyMap<CustomerId, CustomerState>): CustomerId[] {
  const ids = new Set([...reach.records.values(), ...reach.identifiers.values()]);
  return sorted([...ids].filter((id) => !locked.has(id)));
}

/** Customers that were locked and then turned out to hold nothing of the batch any more take no part. */
function reached(customers: ReadonlyMap<CustomerId, CustomerState>, reach: Reach): Map<CustomerId, CustomerState> {
  const ids = new Set([...reach.records.values(), ...reach.identifiers.values()]);
  return new Map([...customers].filter(([id]) => ids.has(id)));
}

/** Another writer may have moved a record between its lock and that of its customer. */
function withCustomers(deltas: readonly RecordDelta[], reach: Reach): RecordDelta[] {
  return deltas.map((delta) => {
    const customerId = reach.records.get(delta.after.key);
    return delta.before && customerId ? { ...delta, before: { ...delta.before, customerId } } : delta;
  });
}
