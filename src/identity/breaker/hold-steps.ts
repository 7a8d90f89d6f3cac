import type { Graph } from '../../graph/graph.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Bench, IdentityService } from '../identity.service.js';
import { compare } from '../resolution/link-units.js';
import {
  advanceHold,
  finishHold,
  forgetOldFlows,
  heldRecords,
  holdsToSettle,
  lockHold,
  rejectRecords,
} from './hold.queries.js';
import type { HoldStatus } from './breaker.types.js';

interface Waiting {
  readonly id: string;
  readonly status: HoldStatus;
  readonly actor: string;
}

/**
 * Carries out what stewards decide about holds, some records a transaction, so that writers go on meanwhile. What waits says
 * itself for which hold it does: so a walk may be killed anywhere and goes on from there, and several processes may walk.
 */
export class HoldSteps {
  #records: number = LIMITS.recordsPerHoldStep;

  constructor(
    private readonly graph: Graph,
    private readonly identity: IdentityService,
  ) {}

  /** One step of the oldest hold; false when nothing is left to do. Throws a GraphError when the graph cannot. */
  async step(): Promise<boolean> {
    const [hold] = await this.graph.lookup(holdsToSettle, { limit: 1 });
    if (!hold) return false;
    try {
      await this.identity.rule(hold.actor, (bench) => this.settle(bench, hold));
      this.#records = Math.min(LIMITS.recordsPerHoldStep, this.#records * 2);
    } catch (error) {
      // Records that lead into many large components may take longer than a transaction may: fewer at once.
      this.#records = Math.max(1, Math.floor(this.#records / 2));
      throw error;
    }
    return true;
  }

  /**
   * Forgets what no window looks at any more. A job that names itself anew with each request leaves many flows behind.
   *
   * @param now epoch milliseconds
   */
  async forgetFlows(now: number): Promise<void> {
    const inForce = await this.identity.rules.peek();
    const before = now - LIMITS.flowWindows * (inForce?.policy.breaker?.windowMinutes ?? 0) * 60_000;
    for (let deleted: number = LIMITS.flowsPerSweep; deleted === LIMITS.flowsPerSweep;) {
      const rows = { before, limit: LIMITS.flowsPerSweep };
      deleted = await this.graph.write('identity.forgetFlows', async (tx) => {
        return (await tx.one(forgetOldFlows, rows))?.deleted ?? 0;
      });
    }
  }

  private async settle(bench: Bench, { id, status }: Waiting): Promise<void> {
    const { tx, context } = bench;
    // Another process may have come first.
    if ((await tx.one(lockHold, { id }))?.status !== status) return;
    const rows = await tx.all(heldRecords, { id, limit: this.#records });
    const records = rows.map((row) => row.key).sort(compare);
    if (records.length === 0) {
      await tx.run(finishHold, { id, at: context.now });
      return;
    }
    if (status === 'RELEASING') await bench.bring({ begin: [], end: [], free: { hold: id, records } });
    else await tx.run(rejectRecords, { keys: records, id });
    await tx.run(advanceHold, { id, settled: records.length });
  }
}
