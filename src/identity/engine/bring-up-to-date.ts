import type { CustomerId, IdentifierKey, NewId, RecordKey } from '../../kernel/ids.js';
import type { Policy } from '../policy/policy.types.js';
import type { RecordChange } from '../records/record.types.js';
import { compare } from '../resolution/link-units.js';
import { applyBatch } from './apply-batch.js';
import { clustersOf, type Cluster } from './clusters.js';
import type {
  CustomerState,
  EvidenceStore,
  IdentifierDelta,
  MembershipPlan,
  Reach,
  RecordDelta,
} from './engine.types.js';
import { fastOutcome } from './fast-path.js';
import { fastMembership } from './fast-membership.js';
import { gather } from './gather.js';
import { holdBack, heldMembership } from './hold-back.js';
import { identifierDeltas, touchedIdentifiers } from './identifier-deltas.js';
import { outcomesOf, type ChangeOutcome } from './outcomes.js';
import { joinPlans, NO_CHANGE } from './plans.js';
import { membershipPlan, reresolve } from './slow-path.js';

/** What a batch is decided with. */
export interface Context {
  readonly policy: Policy;
  readonly newId: NewId;
  /** Epoch milliseconds at which the batch was received. */
  readonly now: number;
}

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
  const found = await lockTouched(store, batch.deltas, context.policy);
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

/** Everything that the batch touches, under lock. */
interface Touched {
  readonly deltas: readonly RecordDelta[];
  readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  readonly customers: ReadonlyMap<CustomerId, CustomerState>;
  readonly reach: Reach;
}

async function lockTouched(store: EvidenceStore, deltas: readonly RecordDelta[], policy: Policy): Promise<Touched> {
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
  for (let fresh = unlocked(reach, customers); fresh.length > 0; fresh = unlocked(reach, customers)) {
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

function unlocked(reach: Reach, locked: ReadonlyMap<CustomerId, CustomerState>): CustomerId[] {
  const ids = new Set([...reach.records.values(), ...reach.identifiers.values()]);
  return [...ids].filter((id) => !locked.has(id)).sort(compare);
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

interface Decided {
  readonly deltas: readonly RecordDelta[];
  readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  readonly plan: MembershipPlan;
}

async function decide(store: EvidenceStore, touched: Touched, context: Context): Promise<Decided> {
  const { deltas, identifiers, customers, reach } = touched;
  const clusters = clustersOf(deltas, identifiers, customers, reach, context.policy);
  const plans: MembershipPlan[] = [];
  const slow: Cluster[] = [];
  for (const cluster of clusters) {
    const outcome = fastOutcome(cluster, context.policy, context.newId);
    if (outcome) plans.push(fastMembership(cluster, outcome));
    else slow.push(cluster);
  }
  if (slow.length === 0) return { deltas, identifiers, plan: joinPlans(plans) };
  const slowly = await decideSlowly(store, slow, touched, context);
  return 'tooLarge' in slowly
    ? decideHeld(store, touched, slowly.tooLarge, context)
    : { deltas, identifiers, plan: joinPlans([...plans, slowly]) };
}

async function decideSlowly(
  store: EvidenceStore,
  clusters: readonly Cluster[],
  { identifiers }: Touched,
  context: Context,
): Promise<MembershipPlan | { readonly tooLarge: ReadonlySet<RecordKey> }> {
  const gathered = await gather(store, clusters, context.policy);
  if (!('customers' in gathered)) return { tooLarge: gathered.records };
  const deltas = clusters.flatMap((cluster) => cluster.deltas);
  const after = reresolve(gathered, deltas, identifiers, context.policy);
  const returning = deltas
    .filter((delta) => delta.before?.deleted && !delta.after.deleted)
    .map((each) => each.after.key);
  const past = after.apart.length > 0 ? await store.past(after.apart) : { formers: [], before: new Map() };
  const emptied = returning.length > 0 ? await store.emptiedBy(returning) : [];
  return membershipPlan(gathered, after, past, emptied, { ...context, identifiers });
}

/** Stores the evidence of records that lead into a component too large to walk, and holds their links. */
async function decideHeld(
  store: EvidenceStore,
  touched: Touched,
  held: ReadonlySet<RecordKey>,
  context: Context,
): Promise<Decided> {
  const aside = touched.deltas.filter((delta) => held.has(delta.after.key)).map(holdBack);
  const others = touched.deltas.filter((delta) => !held.has(delta.after.key));
  const stored = [...touched.identifiers.values()].flatMap((each) => each.before ?? []);
  const identifiers = identifierDeltas([...aside, ...others], stored, context.policy);
  const decided = others.length > 0 ? await decide(store, { ...touched, deltas: others, identifiers }, context) : null;
  const plan = joinPlans([decided?.plan ?? NO_CHANGE, heldMembership(aside, context)]);
  return { deltas: [...aside, ...(decided?.deltas ?? [])], identifiers, plan };
}
