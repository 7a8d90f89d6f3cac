import type { NewHold } from '../../../src/identity/breaker/breaker.types.js';
import { settle } from '../../../src/identity/engine/settle.js';
import { bringUpToDate, type Brought, type Context } from '../../../src/identity/engine/bring-up-to-date.js';
import { resolveAnew, setAside } from '../../../src/identity/engine/resolve-anew.js';
import type { ChangeOutcome } from '../../../src/identity/identity.types.js';
import { NO_RULING, type Ruling } from '../../../src/identity/decisions/decision.types.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { RecordChange } from '../../../src/identity/records/record.types.js';
import type { CustomerId, NewId, RecordKey } from '../../../src/kernel/ids.js';
import { DecisionsService } from '../../../src/identity/decisions/decisions.service.js';
import type { Bench } from '../../../src/identity/identity.service.js';
import { scatteredIds } from '../scattered-ids.js';
import { copyOf, rollBack, type MemoryGraph } from './memory-graph.js';
import { MemoryStore } from './memory-store.js';
import { MemoryTx } from './memory-tx.js';

/** The engine over a graph in memory, with a clock and ids that a repeated run repeats. */
export class MemoryWorld {
  readonly store: MemoryStore;
  /** Holds that a steward decided about. */
  readonly over = new Set<string>();
  #policy: Policy;
  /** The last customer that the walk of a new policy came to; null when no policy is being applied. */
  #cursor: string | null = null;
  #batches = 0;
  readonly #newId: NewId;
  /** What stewards ask for. */
  readonly decisions: DecisionsService;

  constructor(policy: Policy, store: MemoryStore = new MemoryStore(), newId: NewId = scatteredIds()) {
    this.#policy = policy;
    this.store = store;
    this.#newId = newId;
    this.decisions = new DecisionsService({ rule: (...asked) => this.transaction(...asked) }, decisionIds(store.graph));
  }

  /** Another world that stands where this one does; ids that it gives are like nobody's. */
  copy(): MemoryWorld {
    const copy = new MemoryWorld(this.#policy, this.store.copy(), scatteredIds('x'));
    copy.#cursor = this.#cursor;
    copy.#batches = this.#batches;
    return copy;
  }

  get policy(): Policy {
    return this.#policy;
  }

  /** A policy is being applied. */
  get isMoving(): boolean {
    return this.#cursor !== null;
  }

  /** From now on everything is decided by the policy; customers that nobody touches follow when the walk reaches them. */
  beginPolicy(policy: Policy): void {
    this.#policy = policy;
    this.#cursor = '';
  }

  /** Walks on over some customers; false when there was none left, and the policy is applied. */
  async walkOn(customers: number): Promise<boolean> {
    const after = this.#cursor ?? '';
    const live = [...this.store.graph.customers.values()].filter((node) => node.status === 'LIVE' && node.id > after);
    const ids = live
      .map((node) => node.id)
      .sort()
      .slice(0, customers);
    if (!(await resolveAnew(this.store, ids, this.context('huella')))) {
      for (const id of ids) {
        const context = this.context('huella');
        if (!(await resolveAnew(this.store, [id], context))) await setAside(this.store, [...context.met], context);
      }
    }
    this.#cursor = ids.at(-1) ?? null;
    return this.#cursor !== null;
  }

  /** Applies one batch; time passes from one to the next. */
  apply(changes: readonly RecordChange[]): Promise<ChangeOutcome[]> {
    return this.bring(changes, NO_RULING, null).then(({ outcomes }) => [...outcomes]);
  }

  /** Decisions begin and end. */
  rule(ruling: Ruling): Promise<Brought> {
    return this.bring([], ruling, 'steward');
  }

  /** What the background job does about a customer that waits. */
  settle(customer: string): Promise<Brought> {
    return settle(this.store, customer as CustomerId, this.context('huella'));
  }

  /** The same, until nobody waits. */
  async settleAll(): Promise<void> {
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const waiting = [...this.store.graph.reviews].find((item) => item.startsWith('OVERSIZED '));
      if (!waiting) return;
      await this.settle(waiting.slice('OVERSIZED '.length));
    }
  }

  /** A steward lets go of records that a hold stopped; everything when none are named. The hold is over. */
  release(hold: string, records?: readonly RecordKey[]): Promise<Brought> {
    this.over.add(hold);
    const { graph } = this.store;
    const waiting = [...graph.records.values()].filter((each) => each.hold === hold).map((each) => each.key);
    return this.bring([], { begin: [], end: [], free: { hold, records: records ?? waiting } }, 'steward');
  }

  /** Holds that stop what their lanes add. */
  openHolds(): NewHold[] {
    return [...this.store.graph.holds.values()].filter(({ id }) => !this.over.has(id));
  }

  /** What `IdentityService.rule` does: all of the work, or nothing of it. */
  private async transaction<Answer>(
    actor: string,
    work: (bench: Bench) => Promise<Answer>,
    dryRun = false,
  ): Promise<Answer> {
    const before = copyOf(this.store.graph);
    const written = this.store.written.length;
    const context = this.context(actor);
    const bring: Bench['bring'] = (ruling, changes = []) => bringUpToDate(this.store, changes, context, ruling);
    try {
      const answer = await work({ tx: new MemoryTx(this.store.graph), store: this.store, context, bring });
      if (dryRun) this.takeBack(before, written);
      return answer;
    } catch (error) {
      this.takeBack(before, written);
      throw error;
    }
  }

  private takeBack(before: MemoryGraph, written: number): void {
    rollBack(this.store.graph, before);
    this.store.written.length = written;
  }

  private bring(changes: readonly RecordChange[], ruling: Ruling, actor: string | null): Promise<Brought> {
    return bringUpToDate(this.store, changes, this.context(actor), ruling);
  }

  private context(actor: string | null): Context {
    this.#batches += 1;
    const now = this.#batches * 1_000;
    const { policy, isMoving } = this;
    const holds = { version: null, open: this.openHolds(), passes: [] };
    return { policy, newId: this.#newId, now, actor, met: new Set<CustomerId>(), isMoving, holds };
  }

  /** Applies one batch after the other. */
  async applyAll(batches: readonly (readonly RecordChange[])[]): Promise<void> {
    for (const batch of batches) await this.apply(batch);
  }
}

/** One id after the other, however often the graph is rolled back. */
function decisionIds(graph: MemoryGraph): NewId {
  let given = graph.decisions.size;
  return () => `d${(given += 1)}`;
}
