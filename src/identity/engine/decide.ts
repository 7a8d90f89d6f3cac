import type { CustomerId, IdentifierKey, NewId, RecordKey } from '../../kernel/ids.js';
import type { HoldsInForce } from '../breaker/breaker.types.js';
import { isRuling, type Ruling } from '../decisions/decision.types.js';
import { decisionsAfter, type DecisionsAfter } from '../decisions/decisions-after.js';
import { inTurns } from '../../kernel/turns.js';
import type { Policy } from '../policy/policy.types.js';
import { compare } from '../resolution/link-units.js';
import { clustersOf, everJoins, type Cluster } from './clusters.js';
import type {
  CustomerState,
  EvidenceStore,
  IdentifierDelta,
  MembershipPlan,
  Reach,
  RecordDelta,
} from './engine.types.js';
import { fastMembership } from './fast-membership.js';
import { fastOutcome, type FastOutcome } from './fast-path.js';
import { gather, type Gathered } from './gather.js';
import { heldMembership, holdBack, identifiersBeside } from './hold-back.js';
import { joinPlans } from './plans.js';
import { membershipPlan, reresolve, type Reresolved } from './slow-path.js';

/** What a batch is decided with. */
export interface Context {
  readonly policy: Policy;
  readonly newId: NewId;
  /** Who decided what is done; null when sources speak. */
  readonly actor: string | null;
  /** Epoch milliseconds at which the batch was received. */
  readonly now: number;
  /**
   * Customers that earlier attempts of this transaction met, filled as it goes: an attempt locks them first and in order,
   * so that two writers who deadlocked over one component once do not do so again.
   */
  readonly met: Set<CustomerId>;
  /**
   * A new policy is being applied: what customers carry and how identifiers stand may still be the word of the one before,
   * so that neither is trusted. False unless told.
   */
  readonly isMoving?: boolean;
  /** Sources and jobs that are held, or that nobody counts; nobody is guarded against without it. */
  readonly holds?: HoldsInForce;
}

/** Everything that the batch touches, under lock. */
export interface Touched {
  readonly deltas: readonly RecordDelta[];
  readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  readonly customers: ReadonlyMap<CustomerId, CustomerState>;
  readonly reach: Reach;
  readonly ruling: Ruling;
}

/** What is to be written. */
export interface Decided {
  readonly deltas: readonly RecordDelta[];
  readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  readonly plan: MembershipPlan;
  readonly decisions: DecisionsAfter;
  /** ALWAYS decisions that a ruling keeps from being followed. */
  readonly skipped: readonly string[];
}

/** A ruling leads into a component larger than a request may walk: nothing is written. */
export class RulingTooLarge extends Error {
  override readonly name = 'RulingTooLarge';
}

interface WalkablePlan {
  readonly plan: MembershipPlan;
  readonly skipped: readonly string[];
}

/** The batch leads into components larger than a request may walk: these records do. */
interface TooLarge {
  readonly tooLarge: ReadonlySet<RecordKey>;
}

/**
 * Decides what becomes of the touched customers. Records that lead into a component too large to walk are set aside:
 * their evidence is stored, their new links are held, and the rest is decided without them.
 */
export async function decide(store: EvidenceStore, touched: Touched, context: Context): Promise<Decided> {
  const decisions = await decisionsTouched(store, touched);
  const aside: RecordDelta[] = [];
  let around: ReadonlyMap<CustomerId, CustomerState> = new Map();
  for (let { deltas, identifiers } = touched; ;) {
    const found = await decideWalkable(store, { ...touched, deltas, identifiers }, around, context);
    if (!('tooLarge' in found)) {
      const held = besides(heldMembership(aside, around, context), found.plan, around);
      const plan = joinPlans([found.plan, held]);
      return { deltas: [...aside, ...deltas], identifiers, plan, decisions, skipped: found.skipped };
    }
    if (isRuling(touched.ruling)) throw new RulingTooLarge('the component is too large to be walked');
    aside.push(...deltas.filter((delta) => found.tooLarge.has(delta.after.key)).map(holdBack));
    deltas = deltas.filter((delta) => !found.tooLarge.has(delta.after.key));
    identifiers = identifiersBeside(aside, deltas, touched.identifiers, context.policy);
    around = await customersAround(store, aside, touched, context);
  }
}

/** What deletions and the ruling do to decisions. Deleted records end their part in ALWAYS decisions. */
async function decisionsTouched(store: EvidenceStore, { deltas, ruling }: Touched): Promise<DecisionsAfter> {
  const named = deltas.filter((delta) => delta.before?.named && delta.after.deleted).map((delta) => delta.after.key);
  const stored = named.length > 0 ? await store.decisionsOn(named, []) : [];
  return decisionsAfter(stored, deletedOf(deltas), ruling);
}

function deletedOf(deltas: readonly RecordDelta[]): Set<RecordKey> {
  return new Set(deltas.filter((delta) => delta.after.deleted).map((delta) => delta.after.key));
}

/** The plan of the records set aside, told what the rest of the batch makes of the same customers. */
function besides(
  held: MembershipPlan,
  plan: MembershipPlan,
  around: ReadonlyMap<CustomerId, CustomerState>,
): MembershipPlan {
  const settled = new Map(plan.updated.map((each) => [each.id, each]));
  const updated = held.updated.map((each): CustomerState => {
    const other = settled.get(each.id);
    const left = (around.get(each.id)?.size ?? each.size) - each.size;
    return other ? { ...other, size: other.size - left, constrained: true, unsettled: true } : each;
  });
  return { ...held, updated };
}

/** The customers that the records set aside are in, and those with whom they shared an identifier until now. */
async function customersAround(
  store: EvidenceStore,
  aside: readonly RecordDelta[],
  touched: Touched,
  { policy, met }: Context,
): Promise<Map<CustomerId, CustomerState>> {
  const moving = aside.filter((delta) => delta.evidence !== 'NONE');
  const shared = sharedBefore(moving, touched.identifiers, policy);
  const own = moving.flatMap((delta) => delta.before?.customerId ?? []);
  const ids = [...new Set([...own, ...(shared.length > 0 ? await store.holders(shared) : [])])];
  const strangers = ids.filter((id) => !touched.customers.has(id)).sort(compare);
  for (const each of strangers) met.add(each);
  const locked = strangers.length > 0 ? (await store.lockCustomers(strangers, [], [])).customers : [];
  const known = new Map([...touched.customers.values(), ...locked].map((each) => [each.id, each]));
  const there = ids.flatMap((id) => known.get(id) ?? []).filter((each) => each.size > 0);
  return new Map(there.map((each) => [each.id, each]));
}

function sharedBefore(
  aside: readonly RecordDelta[],
  identifiers: Touched['identifiers'],
  policy: Policy,
): IdentifierKey[] {
  const held = aside.flatMap((delta) => delta.before?.attachments.filter((each) => each.status === 'ACTIVE') ?? []);
  const keys = new Set(held.map((each) => each.identifier));
  const joining = [...keys].filter((key) => {
    const delta = identifiers.get(key);
    return delta !== undefined && everJoins(delta, policy);
  });
  return joining.sort(compare);
}

interface FastCluster {
  readonly cluster: Cluster;
  readonly outcome: FastOutcome;
}

async function decideWalkable(
  store: EvidenceStore,
  touched: Touched,
  around: ReadonlyMap<CustomerId, CustomerState>,
  context: Context,
): Promise<WalkablePlan | TooLarge> {
  const slow: Cluster[] = [];
  let fast: FastCluster[] = [];
  for (const cluster of clustersOf(touched, context.policy)) {
    const isBesideHeld = cluster.customers.some(({ id }) => around.has(id));
    const outcome =
      context.isMoving || isBesideHeld || isRuling(touched.ruling)
        ? null
        : fastOutcome(cluster, context.policy, context.newId);
    if (outcome) fast.push({ cluster, outcome });
    else slow.push(cluster);
  }
  const plans: MembershipPlan[] = [];
  const skipped: string[] = [];
  while (slow.length > 0) {
    const gathered = await gather(store, slow, context.policy, context.met);
    if (!('customers' in gathered)) return { tooLarge: gathered.records };
    const met = fast.filter(({ cluster }) => cluster.customers.some(({ id }) => gathered.customers.has(id)));
    if (met.length === 0) {
      const slowly = await decideSlowly(store, slow, gathered, touched, context);
      plans.push(slowly.plan);
      skipped.push(...slowly.skipped);
      break;
    }
    // A walk found a customer that another part of the batch was about to change by itself.
    slow.push(...met.map((each) => each.cluster));
    fast = fast.filter((each) => !met.includes(each));
  }
  const holderOf = touched.reach.identifiers;
  const quick = fast.map(({ cluster, outcome }) => fastMembership(cluster, outcome, context.policy, holderOf));
  return { plan: joinPlans([...quick, ...plans]), skipped };
}

async function decideSlowly(
  store: EvidenceStore,
  clusters: readonly Cluster[],
  gathered: Gathered,
  { identifiers, ruling }: Touched,
  context: Context,
): Promise<WalkablePlan> {
  const deltas = clusters.flatMap((cluster) => cluster.deltas);
  const decisions = decisionsAfter([...gathered.decisions.values()], deletedOf(deltas), ruling).active;
  const after = await inTurns(reresolve(gathered, deltas, identifiers, context.policy, decisions));
  const returning = deltas
    .filter((delta) => delta.before?.deleted && !delta.after.deleted)
    .map((each) => each.after.key);
  const isPastAsked = after.diminished.length + returning.length > 0;
  const past = isPastAsked ? await store.past(after.diminished, returning) : { formers: [], before: new Map() };
  const emptied = returning.length > 0 ? await store.emptiedBy(returning) : [];
  const own = new Map(clusters.flatMap((cluster) => cluster.identifiers.map((each) => [each.key, each] as const)));
  const plan = await inTurns(
    membershipPlan(gathered, after, past, emptied, { ...context, decisions, identifiers: own }),
  );
  return { plan, skipped: isRuling(ruling) ? await newlySkipped(gathered, after, context.policy) : [] };
}

/** ALWAYS decisions that could be followed before the change. */
async function newlySkipped(gathered: Gathered, after: Reresolved, policy: Policy): Promise<string[]> {
  const { skippedDecisions } = after.resolution;
  if (skippedDecisions.length === 0) return [];
  const earlier = await inTurns(reresolve(gathered, [], new Map(), policy));
  const before = new Set(earlier.resolution.skippedDecisions);
  return skippedDecisions.filter((id) => !before.has(id));
}
