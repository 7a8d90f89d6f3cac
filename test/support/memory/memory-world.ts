import { settle } from '../../../src/identity/engine/settle.js';
import { bringUpToDate, type Brought, type Context } from '../../../src/identity/engine/bring-up-to-date.js';
import type { ChangeOutcome } from '../../../src/identity/identity.types.js';
import { NO_RULING, type Ruling } from '../../../src/identity/decisions/decision.types.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { RecordChange } from '../../../src/identity/records/record.types.js';
import type { CustomerId, NewId } from '../../../src/kernel/ids.js';
import { MemoryStore } from './memory-store.js';

/** The engine over a graph in memory, with a clock and ids that a repeated run repeats. */
export class MemoryWorld {
  readonly store: MemoryStore;
  #batches = 0;
  #ids = 0;

  constructor(
    readonly policy: Policy,
    store: MemoryStore = new MemoryStore(),
  ) {
    this.store = store;
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

  private bring(changes: readonly RecordChange[], ruling: Ruling, actor: string | null): Promise<Brought> {
    return bringUpToDate(this.store, changes, this.context(actor), ruling);
  }

  private context(actor: string | null): Context {
    this.#batches += 1;
    const now = this.#batches * 1_000;
    return { policy: this.policy, newId: this.#newId, now, actor, met: new Set<CustomerId>() };
  }

  /** Applies one batch after the other. */
  async applyAll(batches: readonly (readonly RecordChange[])[]): Promise<void> {
    for (const batch of batches) await this.apply(batch);
  }

  /** Ids whose order says nothing about their age. */
  readonly #newId: NewId = () => {
    this.#ids += 1;
    return `c${String((this.#ids * 379) % 1_009).padStart(4, '0')}`;
  };
}
