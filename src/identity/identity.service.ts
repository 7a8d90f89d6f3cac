import type { Graph, UnitOptions } from '../graph/graph.js';
import type { Clock } from '../kernel/clock.js';
import type { CustomerId, NewId } from '../kernel/ids.js';
import type { WriteTx } from '../graph/transaction.js';
import type { HoldsInForce } from './breaker/breaker.types.js';
import { HoldsMoved, KnownHolds } from './breaker/known-holds.js';
import type { Ruling } from './decisions/decision.types.js';
import { bringUpToDate, type Brought, type Context } from './engine/bring-up-to-date.js';
import { settle } from './engine/settle.js';
import { LIMITS } from '../kernel/limits.js';
import type { EvidenceStore } from './engine/engine.types.js';
import { GraphStore } from './graph-store.js';
import { GroupCommit } from './group-commit.js';
import type { Policy } from './policy/policy.types.js';
import type { RecordChange } from './records/record.types.js';
import { PolicyInForce, PolicyMoved, type InForce } from './policy-in-force.js';
import type { WriteAnswer, WriteRequest } from './identity.types.js';
import { writeBatch } from './write-batch.js';

/** What identities are resolved with. */
export interface IdentitySettings {
  /** What an empty graph is started with; after that the graph's own is in force. */
  readonly policy: Policy;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Times that a write begins again because another policy or hold came into force: that happens a few times a year. */
const ATTEMPTS = 8;

/** The policy and the holds. */
interface AllInForce extends InForce {
  readonly holds: HoldsInForce;
}

/** Rolls a transaction back with its answers. */
class DryRun extends Error {
  constructor(readonly answers: WriteAnswer[]) {
    super('dry run');
  }
}

class Rehearsal extends Error {
  constructor(readonly answer: unknown) {
    super('dry run');
  }
}

/** What work on decisions has at hand, inside its transaction. */
export interface Bench {
  readonly tx: WriteTx;
  readonly store: EvidenceStore;
  readonly context: Context;
  /** Writes the ruling, and what sources say, and brings the partition up to date with it. */
  bring(ruling: Ruling, changes?: readonly RecordChange[]): Promise<Brought>;
}

/** The one writer of identities: evidence in, partition kept equal to `resolve`. */
export class IdentityService {
  readonly #shared: GroupCommit<WriteRequest, WriteAnswer>;
  readonly rules: PolicyInForce;
  /** Sources and jobs that are held, as far as this process knows. */
  readonly holds: KnownHolds;

  constructor(
    private readonly graph: Graph,
    private readonly settings: IdentitySettings,
  ) {
    this.rules = new PolicyInForce(graph, settings.policy, settings.clock);
    this.holds = new KnownHolds(graph, settings.clock);
    this.#shared = new GroupCommit((requests) => this.commit(requests));
  }

  /** The policy in force, as far as this process knows. */
  get policy(): Policy {
    return this.rules.policy;
  }

  /** Writes one request, together with others that arrive at the same time. Throws a GraphError when the graph cannot. */
  write(request: WriteRequest): Promise<WriteAnswer> {
    return this.#shared.submit(request, request.changes.length);
  }

  /** Writes one request in a transaction of its own: for bulk loads, whose batches are full. */
  async writeAlone(request: WriteRequest): Promise<WriteAnswer> {
    return this.only(await this.commit([request]));
  }

  /** What `write` would answer; nothing is written. */
  async dryRun(request: WriteRequest): Promise<WriteAnswer> {
    const inForce = { ...(await this.rules.look()), holds: await this.holds.look() };
    try {
      await this.graph.write('identity.dryRun', async (tx) => {
        throw new DryRun(await writeBatch(tx, [request], this.context(inForce, new Set()), true));
      });
    } catch (error) {
      if (error instanceof DryRun) return this.only(error.answers);
      throw error;
    }
    throw new Error('a dry run ended without an answer');
  }

  /**
   * Lets `work` rule on decisions in one transaction: it reads what it needs and may bring the graph up to date with a
   * ruling. What it throws rolls back. With `dryRun` everything is rolled back, and the answer is what would have been.
   */
  async rule<Answer>(actor: string, work: (bench: Bench) => Promise<Answer>, dryRun = false): Promise<Answer> {
    const met = new Set<CustomerId>();
    try {
      return await this.under('identity.rule', async (tx, inForce) => {
        const context = { ...this.context(inForce, met), actor };
        const store = new GraphStore(tx, context.now, false, inForce.number);
        const bring = (ruling: Ruling, changes: readonly RecordChange[] = []) =>
          bringUpToDate(store, changes, context, ruling);
        const answer = await work({ tx, store, bring, context });
        if (dryRun) throw new Rehearsal(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof Rehearsal) return error.answer as Answer;
      throw error;
    }
  }

  /** Resolves a customer whose component was too large for a request. Throws RulingTooLarge when it still is. */
  async settle(customer: CustomerId): Promise<void> {
    const met = new Set<CustomerId>();
    const seconds = LIMITS.settleSeconds;
    const work = (tx: WriteTx, inForce: AllInForce): Promise<unknown> => {
      const context = { ...this.context(inForce, met), actor: 'huella' };
      return settle(new GraphStore(tx, context.now, false, inForce.number), customer, context);
    };
    await this.under('identity.settle', work, { seconds });
  }

  private commit(requests: readonly WriteRequest[]): Promise<WriteAnswer[]> {
    const met = new Set<CustomerId>();
    return this.under('identity.write', (tx, inForce) => writeBatch(tx, requests, this.context(inForce, met)));
  }

  /** Runs a transaction under the policy and the holds in force, and again when these turn out to be others. */
  private async under<Result>(
    operation: string,
    work: (tx: WriteTx, inForce: AllInForce) => Promise<Result>,
    unit: UnitOptions = {},
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const inForce = { ...(await this.rules.agree()), holds: await this.holds.agree() };
      try {
        return await this.graph.write(operation, (tx) => work(tx, inForce), unit);
      } catch (error) {
        const isMoved = error instanceof PolicyMoved || error instanceof HoldsMoved;
        if (!isMoved || attempt >= ATTEMPTS) throw error;
        this.rules.forget();
        this.holds.forget();
      }
    }
  }

  private context(
    { number, policy, isMoving, holds }: AllInForce,
    met: Set<CustomerId>,
  ): Context & { policyNumber: number } {
    const { newId, clock } = this.settings;
    return { policy, policyNumber: number, isMoving, holds, newId, met, actor: null, now: clock.now().getTime() };
  }

  private only(answers: readonly WriteAnswer[]): WriteAnswer {
    const [first] = answers;
    if (!first) throw new Error('a transaction answered nothing');
    return first;
  }
}
