import type { CustomerId, IdentifierKey } from '../../kernel/ids.js';
import { blocksOf, withBlocks } from '../decisions/block.js';
import { cutsOf } from '../decisions/cut.js';
import { identifiersNamed, isRuling, NO_RULING, recordsNamed, type Ruling } from '../decisions/decision.types.js';
import { withDetachments } from '../decisions/detach.js';
import type { RecordChange, StoredRecord } from '../records/record.types.js';
import type { Tally } from '../breaker/breaker.types.js';
import { Guard } from '../breaker/guard.js';
import { compare } from '../resolution/link-units.js';
import { applyBatch } from './apply-batch.js';
import { decide, type Context, type Decided, type Touched } from './decide.js';
import type { CustomerState, EvidenceStore, Reach, RecordDelta } from './engine.types.js';
import { eventsOf } from '../events/events-of.js';
import type { IdentityEvent } from '../events/event.types.js';
import { growthOf, identifierDeltas, touchedIdentifiers } from './identifier-deltas.js';
import { dividedBy, withTimes } from './identifier-status.js';
import { reviewsOf, reviewsOfHolds } from '../reviews/reviews-of.js';
import type { ChangeOutcome } from '../identity.types.js';
import { outcomesOf, withStopped } from './outcomes.js';
import { RestatingStore } from './restating-store.js';

export type { Context };

/** What a transaction did. */
export interface Brought {
  /** One per change, in their order. */
  readonly outcomes: readonly ChangeOutcome[];
  readonly decided: Decided;
  readonly events: readonly IdentityEvent[];
}

/**
 * Brings the stored partition back to `resolve(evidence, policy)` after a batch of changes or a ruling on decisions,
 * inside one transaction: lock, read, decide, write. May run again from the start when the transaction is retried; it
 * keeps nothing between two runs. Throws RulingTooLarge when a ruling leads into a component above `componentMax`.
 */
export async function bringUpToDate(
  given: EvidenceStore,
  changes: readonly RecordChange[],
  context: Context,
  ruling: Ruling = NO_RULING,
): Promise<Brought> {
  const store = context.isMoving ? new RestatingStore(given, context.policy) : given;
  const named = [...ruling.begin, ...ruling.end.map((each) => each.decision)].flatMap(recordsNamed);
  const keys = [
    ...new Set([
      ...changes.map((change) => change.key),
      ...named,
      ...(ruling.release ?? []),
      ...(ruling.free?.records ?? []),
    ]),
  ].sort(compare);
  const stored = await store.lockRecords(keys);
  const batch = applyBatch(changes, stored, context.now);
  const rules = isRuling(ruling) || ruling.free !== undefined;
  const deltas = rules ? withDetachments(batch.deltas, stored, ruling) : batch.deltas;
  const guard = rules ? null : guardOf(store, changes, context);
  const { found, decided, tally } = await decideGuarded(store, deltas, { stored, ruling, context, guard });
  const { decisions, plan } = decided;
  const { newId, actor, policy } = context;
  const events = eventsOf(plan, { decisions, newId, actor, policy: policy.version });
  if (decided.deltas.length > 0 || isRuling(ruling)) {
    await store.write({
      records: decided.deltas,
      identifiers: [...decided.identifiers.values()],
      decisions,
      membership: plan,
      events,
      reviews: [
        ...reviewsOf(plan, [...decided.identifiers.values()], decisions),
        ...reviewsOfHolds(guard?.holds ?? []),
      ],
      ...(guard ? { tally, holds: guard.holds } : {}),
    });
  }
  const told = outcomesOf(changes, batch.receptions, stored, found.customers, plan);
  return { outcomes: withStopped(told, stored, decided.deltas), decided, events };
}

interface Guarded {
  readonly found: Touched;
  readonly decided: Decided;
  readonly tally: Tally;
}

const NOTHING_COUNTED: Tally = { rows: [], exceeds: () => false };

/** Locks and decides, and decides again without what a source adds that turns out to join too much. */
async function decideGuarded(
  store: EvidenceStore,
  given: readonly RecordDelta[],
  { guard, ...around }: Surrounding & { readonly guard: Guard | null },
): Promise<Guarded> {
  for (;;) {
    const deltas = guard?.stop(given) ?? given;
    const found = await lockTouched(store, deltas, around);
    const decided = await decide(store, found, around.context);
    const { customers } = found;
    const tally = guard ? await guard.look({ deltas: decided.deltas, plan: decided.plan, customers }) : NOTHING_COUNTED;
    if (tally) return { found, decided, tally };
  }
}

/** Nobody guards against a batch whose context does not say who is held. */
function guardOf(store: EvidenceStore, changes: readonly RecordChange[], context: Context): Guard | null {
  const { holds: inForce, policy, newId, now } = context;
  if (!inForce) return null;
  const jobs = new Map(changes.flatMap(({ key, job }) => (job ? [[key, job] as const] : [])));
  return new Guard(store, { policy: policy.breaker, inForce, newId, now, jobs });
}

interface Surrounding {
  readonly stored: readonly StoredRecord[];
  readonly ruling: Ruling;
  readonly context: Context;
}

async function lockTouched(
  store: EvidenceStore,
  deltas: readonly RecordDelta[],
  { stored, ruling, context: { policy, met } }: Surrounding,
): Promise<Touched> {
  const telling = sidesTold(ruling);
  const others = [...blocksOf(ruling), ...cutsOf(ruling), ...telling];
  const locks = touchedIdentifiers(deltas, policy, others);
  const change = { policy, divided: dividedBy(deltas, ruling), growth: growthOf(deltas) };
  const identifiers = locks.length > 0 ? await withTimes(store, await store.lockIdentifiers(locks), change) : [];
  const changing = new Set(deltas.filter((delta) => delta.evidence !== 'NONE').map((delta) => delta.after.key));
  const moving = stored.filter((record) => record.customerId && (isRuling(ruling) || changing.has(record.key)));
  const records = moving.map((record) => record.key);
  const keys = identifiers.map((each) => each.key);
  let reach: Reach = {
    records: new Map(moving.flatMap(({ key, customerId }) => (customerId ? [[key, customerId]] : []))),
    identifiers: new Map(identifiers.flatMap((each) => (each.customerId ? [[each.key, each.customerId]] : []))),
  };
  const customers = new Map<CustomerId, CustomerState>();
  for (const each of unlocked(reach, customers)) met.add(each);
  const told = identifiers.flatMap(({ key, status }) => (status === 'LINKABLE' && telling.has(key) ? [key] : []));
  const touch = ruling.touch ?? [];
  let holders = [...touch, ...(told.length > 0 ? await store.holders(told) : [])];
  for (let fresh = sorted([...met, ...holders]); fresh.length > 0; fresh = unlocked(reach, customers, holders)) {
    for (const each of fresh) met.add(each);
    const locked = await store.lockCustomers(fresh, records, keys);
    for (const customer of locked.customers) customers.set(customer.id, customer);
    reach = locked.reach;
    holders = [...touch, ...(told.length > 0 ? await store.holders(told) : [])];
  }
  return {
    deltas: withCustomers(deltas, reach),
    identifiers: withBlocks(identifierDeltas(deltas, identifiers, policy, ruling), identifiers, ruling, policy),
    customers: reached(customers, reach, holders),
    reach,
    ruling,
  };
}

function sorted(ids: Iterable<CustomerId>): CustomerId[] {
  return [...ids].sort(compare);
}

/** Identifiers by which a NEVER that begins or ends tells its sides: whoever holds one is on a side, or was. */
function sidesTold({ begin, end }: Ruling): Set<IdentifierKey> {
  const nevers = [...begin, ...end.map((each) => each.decision)].filter((each) => each.kind === 'NEVER');
  return new Set(nevers.flatMap(identifiersNamed));
}

function unlocked(
  reach: Reach,
  locked: ReadonlyMap<CustomerId, CustomerState>,
  others: readonly CustomerId[] = [],
): CustomerId[] {
  const ids = new Set([...reach.records.values(), ...reach.identifiers.values(), ...others]);
  return sorted([...ids].filter((id) => !locked.has(id)));
}

/** Customers that were locked and then turned out to hold nothing of the batch any more take no part. */
function reached(
  customers: ReadonlyMap<CustomerId, CustomerState>,
  reach: Reach,
  others: readonly CustomerId[],
): Map<CustomerId, CustomerState> {
  const ids = new Set([...reach.records.values(), ...reach.identifiers.values(), ...others]);
  return new Map([...customers].filter(([id, { size }]) => ids.has(id) && size > 0));
}

/** Another writer may have moved a record between its lock and that of its customer. */
function withCustomers(deltas: readonly RecordDelta[], reach: Reach): RecordDelta[] {
  return deltas.map((delta) => {
    const customerId = reach.records.get(delta.after.key);
    return delta.before && customerId ? { ...delta, before: { ...delta.before, customerId } } : delta;
  });
}
