import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Graph } from '../../graph/graph.js';
import type { Clock } from '../../kernel/clock.js';
import type { CustomerId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Logger } from '../../observability/logger.js';
import { expiredDecisions } from '../decisions/decision.queries.js';
import type { DecisionsService } from '../decisions/decisions.service.js';
import { RulingTooLarge } from '../engine/decide.js';
import type { IdentityService } from '../identity.service.js';
import { waitingCustomers } from './background.queries.js';

/** What has to be done about identities although nobody asks for it. */
export class BackgroundJobs implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | null = null;
  #busy = false;
  /** Customers whose component is too large even for this; looked at again by the next process. */
  readonly #givenUp = new Set<CustomerId>();

  constructor(
    private readonly graph: Graph,
    private readonly identity: IdentityService,
    private readonly decisions: DecisionsService,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.sweep(), LIMITS.sweepSeconds * 1_000).unref();
  }

  onModuleDestroy(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Ends decisions whose time is over: `resolve` reads status and never a clock. Answers how many. */
  async expireDecisions(): Promise<number> {
    const at = this.clock.now().getTime();
    const rows = await this.graph.lookup(expiredDecisions, { at, limit: LIMITS.expiriesPerSweep });
    const over = rows.map((row) => row.id);
    for (const id of over) await this.decisions.expire(id);
    return over.length;
  }

  /** Resolves customers that wait because their component was too large for a request. Answers how many. */
  async settleCustomers(): Promise<number> {
    const rows = await this.graph.lookup(waitingCustomers, { limit: LIMITS.settlementsPerSweep + this.#givenUp.size });
    const waiting = rows.map((row) => row.id).filter((id) => !this.#givenUp.has(id));
    for (const id of waiting) await this.settle(id);
    return waiting.length;
  }

  private async settle(id: CustomerId): Promise<void> {
    try {
      await this.identity.settle(id);
    } catch (error) {
      if (!(error instanceof RulingTooLarge)) throw error;
      this.#givenUp.add(id);
      this.logger.warn('a component is too large to be resolved', { records: LIMITS.recordsPerSettlement });
    }
  }

  private tell(job: string, count: number): void {
    if (count > 0) this.logger.info('background work done', { job, count });
  }

  /** One job after the other. The database may be away, or not migrated yet: the next sweep finds the same work. */
  private async sweep(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      this.tell('expire decisions', await this.expireDecisions());
      this.tell('settle customers', await this.settleCustomers());
    } catch (error) {
      this.logger.failure('background work failed', error);
    } finally {
      this.#busy = false;
    }
  }
}
