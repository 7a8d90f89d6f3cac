import type { Graph } from '../graph/graph.js';
import type { Clock } from '../kernel/clock.js';
import type { CustomerId, NewId } from '../kernel/ids.js';
import type { WriteTx } from '../graph/transaction.js';
import type { Ruling } from './decisions/decision.types.js';
import { bringUpToDate, type Brought, type Context } from './engine/bring-up-to-date.js';
import { settle } from './engine/settle.js';
import { LIMITS } from '../kernel/limits.js';
import type { EvidenceStore } from './engine/engine.types.js';
import { GraphStore } from './graph-store.js';
import { GroupCommit } from './group-commit.js';
import { claimSettings } from './identity.queries.js';
import type { Policy } from './policy/policy.types.js';
import type { RecordChange } from './records/record.types.js';
import type { WriteAnswer, WriteRequest } from './identity.types.js';
import { settingsOf } from './settings.js';
import { writeBatch } from './write-batch.js';

/** What identities are resolved with. */
export interface IdentitySettings {
  readonly policy: Policy;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** The graph was written under other rules than this process has; writing would mix them. */
export class OtherRulesError extends Error {
  override readonly name = 'OtherRulesError';
  readonly safeToLog = true;
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
  #agreed: Promise<void> | null = null;

  constructor(
    private readonly graph: Graph,
    private readonly settings: IdentitySettings,
  ) {
    this.#shared = new GroupCommit((requests) => this.commit(requests));
  }

  /** The policy that this process resolves with. */
  get policy(): Policy {
    return this.settings.policy;
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
    await this.agreeOnRules();
    try {
      await this.graph.write('identity.dryRun', async (tx) => {
        throw new DryRun(await writeBatch(tx, [request], this.context(new Set()), true));
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
    await this.agreeOnRules();
    const met = new Set<CustomerId>();
    try {
      return await this.graph.write('identity.rule', async (tx) => {
        const context = { ...this.context(met), actor };
        const store = new GraphStore(tx, context.now, false);
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
    await this.agreeOnRules();
    const context = { ...this.context(new Set()), actor: 'huella' };
    await this.graph.write(
      'identity.settle',
      (tx) => settle(new GraphStore(tx, context.now, false), customer, context),
      { seconds: LIMITS.settleSeconds },
    );
  }

  private async commit(requests: readonly WriteRequest[]): Promise<WriteAnswer[]> {
    await this.agreeOnRules();
    const met = new Set<CustomerId>();
    return this.graph.write('identity.write', (tx) => writeBatch(tx, requests, this.context(met)));
  }

  private context(met: Set<CustomerId>): Context {
    const { policy, newId, clock } = this.settings;
    return { policy, newId, met, actor: null, now: clock.now().getTime() };
  }

  private only(answers: readonly WriteAnswer[]): WriteAnswer {
    const [first] = answers;
    if (!first) throw new Error('a transaction answered nothing');
    return first;
  }

  /** Every process that writes must make keys and decide merges alike; checked once, before the first write. */
  private agreeOnRules(): Promise<void> {
    this.#agreed ??= this.claimRules().catch((error: unknown) => {
      this.#agreed = null;
      throw error;
    });
    return this.#agreed;
  }

  private async claimRules(): Promise<void> {
    const own = settingsOf(this.policy);
    const claimed = await this.graph.write('identity.rules', (tx) => tx.all(claimSettings, { rows: own }));
    for (const { id, value } of own) {
      const stored = claimed.find((row) => row.id === id)?.value;
      if (stored !== value) {
        throw new OtherRulesError(
          `the graph was written with ${id} "${stored}", this process has "${value}": it will not write`,
        );
      }
    }
  }
}
