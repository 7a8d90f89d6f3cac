import type { Principal } from '../../auth/principal.js';
import type { Graph } from '../../graph/graph.js';
import type { CustomerId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import { NO_DECISIONS } from '../decisions/decisions-after.js';
import { liveCustomers } from '../decisions/ground.js';
import { refuse, Refused, type Refusal } from '../decisions/refused.js';
import { toldBy, type CustomerChange } from '../decisions/take-decision.js';
import { effectOf, type Effect } from '../engine/effect.js';
import type { MembershipPlan } from '../engine/engine.types.js';
import { joinPlans } from '../engine/plans.js';
import { resolveAnew } from '../engine/resolve-anew.js';
import { eventsOf } from '../events/events-of.js';
import type { Bench, IdentityService } from '../identity.service.js';
import { sampleCustomers } from '../identity.queries.js';
import { policyFrom, PolicyError } from '../policy/load-policy.js';
import type { Policy } from '../policy/policy.types.js';

/** On whom a policy is tried: these customers, or some taken at random. */
export interface TrialRange {
  readonly customers: readonly string[] | null;
  /** How many at random; null for the usual number. */
  readonly sample: number | null;
}

export type PolicyTrial =
  | {
      readonly kind: 'done';
      /** Customers on whom it was tried, not counting those that were met around them. */
      readonly looked: number;
      readonly changes: readonly CustomerChange[];
      readonly effect: Effect;
      /** Customers of components above the policy's `componentMax`. */
      readonly tooLarge: number;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Tries a policy on a few customers, in a transaction that is rolled back. `policyDiff` looks at all of them. */
export class PolicyTrialService {
  constructor(
    private readonly graph: Graph,
    private readonly identity: IdentityService,
  ) {}

  /** What the policy would do. A policy that cannot be used, or an unknown customer, is an answer. */
  async of(caller: Principal, content: unknown, range: TrialRange): Promise<PolicyTrial> {
    try {
      const policy = read(content);
      const named = namedIn(range);
      const sampled = named ? [] : await this.graph.lookup(sampleCustomers, { limit: sampleOf(range) });
      const work = async (bench: Bench): Promise<PolicyTrial> => {
        const ids = named ? await liveCustomers(bench, named) : sampled.map((each) => each.id);
        return trial(bench, policy, [...new Set(ids)]);
      };
      return await this.identity.rule(caller.id, work, true);
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
      throw error;
    }
  }
}

function read(content: unknown): Policy {
  try {
    return policyFrom(content, 'it');
  } catch (error) {
    if (error instanceof PolicyError) return refuse('INVALID_POLICY', 'policy.content', error.message);
    throw error;
  }
}

function namedIn({ customers }: TrialRange): Parameters<typeof liveCustomers>[1] | null {
  if (customers === null) return null;
  const most = LIMITS.customersPerTrialMax;
  if (customers.length === 0 || customers.length > most)
    refuse('LIMIT_EXCEEDED', 'policy.customerIds', `must name 1 to ${most} customers; policyDiff looks at all`);
  return customers.map((id, index) => ({ id, field: `policy.customerIds[${index}]`, follows: true }));
}

function sampleOf({ sample }: TrialRange): number {
  const most = LIMITS.customersPerTrialMax;
  if (sample !== null && (sample < 1 || sample > most))
    refuse('LIMIT_EXCEEDED', 'policy.sample', `must be 1 to ${most}; policyDiff looks at all`);
  return sample ?? LIMITS.customersPerTrial;
}

/** All together; one at a time where they are near more records than the policy lets anybody walk. */
async function trial(bench: Bench, policy: Policy, ids: readonly CustomerId[]): Promise<PolicyTrial> {
  const plans: MembershipPlan[] = [];
  let tooLarge = 0;
  const together = await resolveAnew(bench.store, ids, { ...bench.context, policy });
  if (together) plans.push(together.plan);
  for (const id of together ? [] : ids) {
    const alone = await resolveAnew(bench.store, [id], { ...bench.context, policy, met: new Set() });
    if (alone) plans.push(alone.plan);
    else tooLarge += 1;
  }
  const plan = joinPlans(plans);
  const { newId, actor } = bench.context;
  const events = eventsOf(plan, { decisions: NO_DECISIONS, newId, actor, policy: policy.version });
  const brought = { decided: { plan }, events };
  return { kind: 'done', looked: ids.length - tooLarge, changes: toldBy(brought), effect: effectOf(brought), tooLarge };
}
