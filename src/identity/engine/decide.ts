import type { CustomerId, IdentifierKey, NewId, RecordKey } from '../../kernel/ids.js';
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
import { membershipPlan, reresolve } from './slow-path.js';

/** What a batch is decided with. */
export interface Context {
  readonly policy: Policy;
  readonly newId: NewId;
  /** Epoch milliseconds at which the batch was received. */
  readonly now: number;
  /**
   * Customers that earlier attempts of this transaction met, filled as it goes: an attempt locks them first and in order,
   * so that two writers who deadlocked over one component once do not do so again.
   */
  readonly met: Set<CustomerId>;
}

/** Everything that the batch touches, under lock. */
export interface Touched {
  readonly deltas: readonly RecordDelta[];
  readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  readonly customers: ReadonlyMap<CustomerId, CustomerState>;
  readonly reach: Reach;
}

/** What is to be written. */
export interface Decided {
  readonly deltas: readonly RecordDelta[];
  readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  readonly plan: MembershipPlan;
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
  const aside: RecordDelta[] = [];
  let around: ReadonlyMap<CustomerId, CustomerState> = new Map();
  for (let { deltas, identifiers } = touched; ;) {
    const plan = await decideWalkable(store, { ...touched, deltas, identifiers }, around, context);
    if (!('tooLarge' in plan)) {
      const held = heldMembership(aside, around, context);
      return { deltas: [...aside, ...deltas], identifiers, plan: joinPlans([plan, besides(held, plan, around)]) };
    }
    aside.push(...deltas.filter((delta) => plan.tooLarge.has(delta.after.key)).map(holdBack));
    deltas = deltas.filter((delta) => !plan.tooLarge.has(delta.after.key));
    identifiers = identifiersBeside(aside, deltas, touched.identifiers, context.policy);
    around = await customersAround(store, aside, touched, context);
  }
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
  return new Map(ids.flatMap((id) => known.get(id) ?? []).map((each) => [each.id, each]));
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
  { deltas, identifiers, customers, reach }: Touched,
  around: ReadonlyMap<CustomerId, CustomerState>,
  context: Context,
): Promise<MembershipPlan | TooLarge> {
  const slow: Cluster[] = [];
  let fast: FastCluster[] = [];
  for (const cluster of clustersOf(deltas, identifiers, customers, reach, context.policy)) {
    const isBesideHeld = cluster.customers.some(({ id }) => around.has(id));
    const outcome = isBesideHeld ? null : fastOutcome(cluster, context.policy, context.newId);
    if (outcome) fast.push({ cluster, outcome });
    else slow.push(cluster);
  }
  const plans: MembershipPlan[] = [];
  while (slow.length > 0) {
    const gathered = await gather(store, slow, context.policy, context.met);
    if (!('customers' in gathered)) return { tooLarge: gathered.records };
    const met = fast.filter(({ cluster }) => cluster.customers.some(({ id }) => gathered.customers.has(id)));
    if (met.length === 0) {
      plans.push(await decideSlowly(store, slow, gathered, identifiers, context));
      break;
    }
    // A walk found a customer that another part of the batch was about to change by itself.
    slow.push(...met.map((each) => each.cluster));
    fast = fast.filter((each) => !met.includes(each));
  }
  return joinPlans([...fast.map(({ cluster, outcome }) => fastMembership(cluster, outcome)), ...plans]);
}

async function decideSlowly(
  store: EvidenceStore,
  clusters: readonly Cluster[],
  gathered: Gathered,
  identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>,
  context: Context,
): Promise<MembershipPlan> {
  const deltas = clusters.flatMap((cluster) => cluster.deltas);
  const after = reresolve(gathered, deltas, identifiers, context.policy);
  const returning = deltas
    .filter((delta) => delta.before?.deleted && !delta.after.deleted)
    .map((each) => each.after.key);
  const past = after.diminished.length > 0 ? await store.past(after.diminished) : { formers: [], before: new Map() };
  const emptied = returning.length > 0 ? await store.emptiedBy(returning) : [];
  const own = new Map(clusters.flatMap((cluster) => cluster.identifiers.map((each) => [each.key, each] as const)));
  return membershipPlan(gathered, after, past, emptied, { ...context, identifiers: own });
}
