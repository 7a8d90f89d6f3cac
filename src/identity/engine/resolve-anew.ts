import type { CustomerId } from '../../kernel/ids.js';
import { inTurns } from '../../kernel/turns.js';
import { NO_DECISIONS } from '../decisions/decisions-after.js';
import { eventsOf } from '../events/events-of.js';
import { reviewsOf } from '../reviews/reviews-of.js';
import { compare } from '../resolution/link-units.js';
import type { Context } from './decide.js';
import type { CustomerState, EvidenceStore, MembershipPlan, WritePlan } from './engine.types.js';
import { gather, type Gathered } from './gather.js';
import { NO_CHANGE } from './plans.js';
import { RestatingStore } from './restating-store.js';
import { membershipPlan, reresolve, type Reresolved } from './slow-path.js';

/** Evidence components as they were stored, and as the policy at hand resolves them. */
export interface Anew {
  readonly gathered: Gathered;
  readonly after: Reresolved;
  readonly plan: MembershipPlan;
}

/**
 * Brings the evidence components of some customers to what the policy at hand says, though no evidence changed: the policy
 * did. Locks and writes like any other change; done twice, it changes nothing. Null, and nothing written, when a component
 * is larger than the policy lets anybody walk: `setAside` is for its customers then.
 */
export async function resolveAnew(
  given: EvidenceStore,
  ids: readonly CustomerId[],
  context: Context,
): Promise<Anew | null> {
  const { policy, met, newId, actor } = context;
  const store = new RestatingStore(given, policy);
  const wanted = new Set(ids);
  for (const id of ids) met.add(id);
  const locked = (await store.lockCustomers([...met].sort(compare), [], [])).customers;
  const customers = locked.filter((each) => wanted.has(each.id));
  const gathered = await gather(store, [{ deltas: [], identifiers: [], customers }], policy, met);
  if (!('customers' in gathered)) return null;
  const after = await inTurns(reresolve(gathered, [], new Map(), policy));
  const past =
    after.diminished.length > 0 ? await store.past(after.diminished, []) : { formers: [], before: new Map() };
  const decisions = [...gathered.decisions.values()];
  const plan = await inTurns(
    membershipPlan(gathered, after, past, [], { policy, newId, decisions, identifiers: new Map() }),
  );
  const events = eventsOf(plan, { decisions: NO_DECISIONS, newId, actor, policy: policy.version });
  await store.write(onlyMembership(plan, events));
  return { gathered, after, plan };
}

/**
 * Leaves customers of a component too large to walk as they stand: `unsettled`, and `constrained` so that no fast path
 * trusts what they carry.
 */
export async function setAside(
  given: EvidenceStore,
  ids: readonly CustomerId[],
  { policy, met }: Context,
): Promise<void> {
  const store = new RestatingStore(given, policy);
  const sorted = [...new Set(ids)].sort(compare);
  for (const id of sorted) met.add(id);
  const { customers } = await store.lockCustomers(sorted, [], []);
  await store.surroundings(sorted);
  const updated = customers
    .filter((each) => !each.unsettled || !each.constrained)
    .map((each): CustomerState => ({ ...each, constrained: true, unsettled: true }));
  const oversized = updated.map(({ id }) => ({ customer: id, open: true }));
  await store.write(onlyMembership({ ...NO_CHANGE, updated, oversized }, []));
}

function onlyMembership(membership: MembershipPlan, events: WritePlan['events']): WritePlan {
  const reviews = reviewsOf(membership, [], NO_DECISIONS);
  return { records: [], identifiers: [], decisions: NO_DECISIONS, membership, events, reviews };
}
