import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { DecisionsService, type DecisionAnswer } from '../../../src/identity/decisions/decisions.service.js';
import { IdentityService } from '../../../src/identity/identity.service.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import { PoliciesService } from '../../../src/identity/rollout/policies.service.js';
import { RolloutService } from '../../../src/identity/rollout/rollout.service.js';
import type { Clock } from '../../../src/kernel/clock.js';
import { newId } from '../../../src/kernel/ids.js';
import type { Batch } from '../arbitraries/operations.js';
import { scatteredIds } from '../scattered-ids.js';
import { decide, type StewardOperation } from '../steward/operations.js';
import { TERMS } from './living.js';

/** The services over a real graph, with the ids of a world in memory and a clock that never stands still. */
export class GraphTwin {
  readonly identity: IdentityService;
  readonly decisions: DecisionsService;
  readonly #policies: PoliciesService;
  readonly #rollout: RolloutService;
  #now = Date.parse('2026-01-01T00:00:00Z');
  #decisions = 0;

  /** @param graph an empty one */
  constructor(graph: Graph, policy: Policy) {
    const clock: Clock = { now: () => new Date((this.#now += 1)) };
    const tools = { clock, newId: scatteredIds() };
    this.identity = new IdentityService(graph, { policy, ...tools });
    this.decisions = new DecisionsService(this.identity, () => `d${(this.#decisions += 1)}`);
    this.#policies = new PoliciesService(graph, this.identity.rules, { clock, newId });
    this.#rollout = new RolloutService(graph, this.identity.rules, tools);
  }

  /** Outcomes of a batch, in its order. */
  async apply(changes: Batch): Promise<readonly string[]> {
    const answer = await this.identity.writeAlone({ changes, idempotency: null });
    return answer.kind === 'done' ? answer.outcomes.map((each) => `${each.record} ${each.outcome}`) : [answer.kind];
  }

  decide(operation: StewardOperation): Promise<DecisionAnswer> {
    return decide(this.decisions, operation, TERMS);
  }

  async beginPolicy(policy: Policy): Promise<void> {
    await this.#policies.apply(DEVELOPER, policy, { reason: 'a test', dryRun: false, idempotencyKey: null });
  }

  /** One page of the walk. */
  async walkOn(): Promise<void> {
    await this.#rollout.step();
  }
}
