import type { CustomerId, IdentifierKey } from '../../kernel/ids.js';
import type { Policy } from '../policy/policy.types.js';
import { fastCause } from './causes.js';
import type { Cluster } from './clusters.js';
import type { MembershipPlan } from './engine.types.js';
import type { FastOutcome } from './fast-path.js';
import { NO_CHANGE } from './plans.js';

/**
 * What the fast path changes: new records join the survivor, and the others are absorbed whole.
 *
 * @param holderOf the customer that held an identifier before
 */
export function fastMembership(
  cluster: Cluster,
  outcome: FastOutcome,
  policy: Policy,
  holderOf: ReadonlyMap<IdentifierKey, CustomerId>,
): MembershipPlan {
  const { customer, isNew, absorbed } = outcome;
  return {
    ...NO_CHANGE,
    created: isNew ? [customer] : [],
    updated: isNew ? [] : [customer],
    absorbed: absorbed.map((from) => ({ from, into: customer.id })),
    moves: cluster.deltas
      .filter((delta) => !delta.before)
      .map((delta) => ({ record: delta.after.key, from: null, to: customer.id })),
    retired: absorbed.map((id) => ({ id, into: [customer.id] })),
    causes: absorbed.length > 0 ? [fastCause(customer.id, cluster, policy, holderOf)] : [],
  };
}
