import type { CustomerId } from '../../kernel/ids.js';
import { inTurns } from '../../kernel/turns.js';
import type { EvidenceStore } from '../engine/engine.types.js';
import { gather } from '../engine/gather.js';
import type { Anew } from '../engine/resolve-anew.js';
import { RestatingStore } from '../engine/restating-store.js';
import { membershipPlan, reresolve } from '../engine/slow-path.js';
import type { Policy } from '../policy/policy.types.js';
import { compare } from '../resolution/link-units.js';
import { fatesOf } from './fates.js';
import type { Fate } from './rollout.types.js';

/** What a policy would do to some customers and to everybody around them. */
export interface Survey {
  readonly fates: readonly Fate[];
  /** Customers about whom anything stored would change, also what nobody sees; sorted. */
  readonly affected: readonly CustomerId[];
  /** Customers of components above `componentMax`, as far as they were met. */
  readonly tooLarge: readonly CustomerId[];
}

/**
 * Looks at what a policy would do to customers and their evidence components, without a lock; nothing is written. Writers
 * who are at work in between leave right what they touch, so that what looks right is right.
 */
export async function survey(store: EvidenceStore, ids: readonly CustomerId[], policy: Policy): Promise<Survey> {
  if (ids.length === 0) return { fates: [], affected: [], tooLarge: [] };
  const restating = new RestatingStore(store, policy);
  const { customers } = await restating.lockCustomers(ids, [], []);
  const met = new Set<CustomerId>(ids);
  const gathered = await gather(restating, [{ deltas: [], identifiers: [], customers }], policy, met);
  if (!('customers' in gathered)) {
    if (ids.length === 1) return { fates: [], affected: [], tooLarge: [...met] };
    const half = Math.ceil(ids.length / 2);
    const left = await survey(store, ids.slice(0, half), policy);
    const known = new Set(left.tooLarge);
    const rest = ids.slice(half).filter((id) => !known.has(id));
    return both(left, await survey(store, rest, policy));
  }
  const after = await inTurns(reresolve(gathered, [], new Map(), policy));
  let fresh = 0;
  const newId = (): string => `new-${(fresh += 1)}`;
  const nothing = { formers: [], before: new Map() };
  const decisions = [...gathered.decisions.values()];
  const plan = await inTurns(
    membershipPlan(gathered, after, nothing, [], { policy, newId, decisions, identifiers: new Map() }),
  );
  const anew: Anew = { gathered, after, plan };
  return { fates: fatesOf(anew), affected: affectedBy(anew, restating), tooLarge: [] };
}

function both(a: Survey, b: Survey): Survey {
  return {
    fates: [...a.fates, ...b.fates],
    affected: [...new Set([...a.affected, ...b.affected])].sort(compare),
    tooLarge: [...new Set([...a.tooLarge, ...b.tooLarge])],
  };
}

function affectedBy({ gathered, plan }: Anew, { stale }: RestatingStore): CustomerId[] {
  if (plan.skipped.length > 0) return [...gathered.customers.keys()].sort(compare);
  const keys = new Set([...plan.marks.map((mark) => mark.key), ...stale.keys()]);
  const records = new Set([...plan.moves, ...plan.conflicts].map((each) => each.record));
  const held = [...gathered.records.values()].filter(
    (record) => records.has(record.key) || record.attachments.some((each) => keys.has(each.identifier)),
  );
  const ids = [
    ...held.flatMap((record) => record.customerId ?? []),
    ...plan.moves.flatMap((move) => move.to ?? []),
    ...[...plan.updated, ...plan.retired].map((each) => each.id),
    ...plan.oversized.map((each) => each.customer),
  ];
  return [...new Set(ids)].filter((id) => gathered.customers.has(id)).sort(compare);
}
