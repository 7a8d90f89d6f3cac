import { LIMITS } from '../../../kernel/limits.js';
import { storedPolicy } from '../../policy-in-force.js';
import type { PolicyRow } from '../../policy.queries.js';
import { compare } from '../../resolution/link-units.js';
import type { RolloutProgress } from '../rollout.service.js';
import type { Fate } from '../rollout.types.js';
import type { CustomerFate, Policy, PolicyProgress } from './policy.types.js';

/** A policy as the API shows it. */
export function showPolicy(row: PolicyRow): Policy {
  const { keyRules, componentMax, breaker, types } = storedPolicy(row.body);
  const { number, version, fingerprint, status, startedAt, actor, reason } = row;
  const listed = Object.entries(types).map(([name, type]) => ({ name, ...type }));
  return {
    ...{ number, version, fingerprint, status, startedAt, actor, reason, keyRules, componentMax, breaker },
    types: listed.sort((a, b) => a.strength - b.strength || compare(a.name, b.name)),
  };
}

/** How far it has come. */
export function showProgress({ policy, left }: RolloutProgress): PolicyProgress {
  const { looked, merged, split, contested, setAside, finishedAt } = policy;
  return { policy: showPolicy(policy), looked, merged, split, contested, setAside, left, finishedAt };
}

/** What becomes of a customer. */
export function showFate({ customer, parts, others }: Fate): CustomerFate {
  return {
    customerId: customer,
    parts: parts.slice(0, LIMITS.partsPerBridge),
    joins: others.slice(0, LIMITS.customersNamed),
  };
}
