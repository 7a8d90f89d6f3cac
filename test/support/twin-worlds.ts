import { DEVELOPER } from '../../src/auth/principal.js';
import type { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/statement.js';
import { readDecisions } from '../../src/identity/decisions/decision.queries.js';
import { storedDecision } from '../../src/identity/decisions/decision-rows.js';
import type { Decision, Ruling } from '../../src/identity/decisions/decision.types.js';
import { DecisionsService } from '../../src/identity/decisions/decisions.service.js';
import { EventsService } from '../../src/identity/events/events.service.js';
import type { Policy } from '../../src/identity/policy/policy.types.js';
import { PoliciesService } from '../../src/identity/rollout/policies.service.js';
import { RolloutService } from '../../src/identity/rollout/rollout.service.js';
import { VerifyService } from '../../src/identity/verify/verify.service.js';
import { newId } from '../../src/kernel/ids.js';
import { systemClock } from '../../src/kernel/clock.js';
import type { Batch } from './arbitraries/operations.js';
import { rulingOf, type Move } from './arbitraries/rulings.js';
import { Follower } from './follower.js';
import { IdentityWorld } from './identity-world.js';
import { activeDecisions } from './memory/memory-graph.js';
import { differences, storedGroups } from './memory/graph-differences.js';
import { MemoryWorld } from './memory/memory-world.js';

const activeIds = statementOf<Record<string, never>, { id: string }>(
  'test/active-decisions',
  "MATCH (decision:Decision {status: 'ACTIVE'}) RETURN decision.id AS id",
  { access: 'read' },
);
const eventIds = statementOf<Record<string, never>, { id: string; kind: string }>(
  'test/event-ids',
  'MATCH (event:IdentityEvent) RETURN event.id AS id, event.kind AS kind ORDER BY event.seq',
  { access: 'read', scansLabel: true },
);

/** How an unmerge ended. */
export type Unmerged = 'done' | 'refused' | 'nothing';

/**
 * A graph in Neo4j and its model in memory, to which the same happens. What the real graph decides by services that the
 * model lacks, such as taking an event back, is told to the model as the decisions that began and ended.
 */
export class TwinWorlds {
  readonly model: MemoryWorld;
  readonly follower: Follower;
  readonly #real: IdentityWorld;
  readonly #decisions: DecisionsService;
  #rulings = 0;
  #policy: Policy;

  constructor(
    private readonly graph: Graph,
    policy: Policy,
  ) {
    this.#policy = policy;
    this.model = new MemoryWorld(policy);
    this.#real = new IdentityWorld(graph, policy);
    this.#decisions = new DecisionsService(this.#real.identity, newId);
    this.follower = new Follower(new EventsService(graph), 3);
  }

  async apply(batch: Batch): Promise<void> {
    await this.model.apply(batch);
    await this.#real.identity.writeAlone({ changes: batch, idempotency: null });
  }

  /** A steward's move; false when there is nothing to decide about. */
  async rule(move: Move): Promise<boolean> {
    const ruling = rulingOf(move, this.model.store.graph, (this.#rulings += 1));
    if (!ruling) return false;
    await this.model.rule(ruling);
    await this.#real.identity.rule('steward', (bench) => bench.bring(ruling));
    return true;
  }

  /** Takes back one of the events that happened, by its place among them. */
  async unmerge(place: number): Promise<Unmerged> {
    const events = (await this.graph.lookup(eventIds, {})).filter((each) => each.kind === 'MERGED');
    const event = events[place % Math.max(1, events.length)];
    if (!event) return 'nothing';
    const terms = { reason: 'wrong', expiresAt: null, dryRun: false, idempotencyKey: null };
    const answer = await this.#decisions.unmerge(DEVELOPER, event.id, terms);
    if (answer.kind === 'refused') return 'refused';
    await this.model.rule(await this.untold());
    return 'done';
  }

  /** Another policy comes into force, and something is said before everybody was brought along. */
  async change(policy: Policy, batch: Batch): Promise<void> {
    const tools = { clock: systemClock, newId };
    const { rules } = this.#real.identity;
    const terms = { reason: 'changed', dryRun: false, idempotencyKey: null };
    await new PoliciesService(this.graph, rules, tools).apply(DEVELOPER, policy, terms);
    this.model.beginPolicy(policy);
    this.#policy = policy;
    await this.apply(batch);
    const rollout = new RolloutService(this.graph, rules, tools);
    while ((await rollout.step()) !== 'IDLE');
    while (await this.model.walkOn(2));
  }

  /** What differs between the two, or between either and a recomputation. */
  async faults(): Promise<string[]> {
    const real = await this.#real.customers();
    const groups = JSON.stringify(real.map((each) => each.records));
    const model = JSON.stringify(storedGroups(this.model.store.graph));
    const { differences: verified } = await new VerifyService(this.graph, this.#policy).verify();
    await this.follower.follow();
    const followed = JSON.stringify(this.follower.partition());
    return [
      ...(groups === model ? [] : [`the graph has ${groups}, the model ${model}`]),
      ...differences(this.model.store.graph, this.#policy).map((each) => `model: ${each}`),
      ...verified.map((each) => `verify: ${JSON.stringify(each)}`),
      ...this.follower.faults,
      ...(followed === JSON.stringify(real) ? [] : [`changes tell ${followed}, and it is ${JSON.stringify(real)}`]),
    ];
  }

  /** The decisions of the real graph that the model has not heard of. */
  private async untold(): Promise<Ruling> {
    const real = (await this.graph.lookup(activeIds, {})).map((each) => each.id);
    const known = new Map<string, Decision>(activeDecisions(this.model.store.graph).map((each) => [each.id, each]));
    const ids = real.filter((id) => !known.has(id));
    const begun = ids.length > 0 ? await this.graph.lookup(readDecisions, { ids }) : [];
    const ended = [...known.values()].filter((each) => !real.includes(each.id));
    return {
      begin: begun.map(storedDecision),
      end: ended.map((decision) => ({ decision, status: 'REVOKED', by: null })),
    };
  }
}
