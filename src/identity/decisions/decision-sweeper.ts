import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Logger } from '../../observability/logger.js';
import type { DecisionsRepository } from './decisions.repository.js';
import type { DecisionsService } from './decisions.service.js';

/** Ends decisions whose time is over, each in a transaction like any other: `resolve` reads status and never a clock. */
export class DecisionSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly decisions: DecisionsService,
    private readonly repository: DecisionsRepository,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.sweepQuietly(), LIMITS.sweepSeconds * 1_000).unref();
  }

  onModuleDestroy(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Ends what is over now; answers how many decisions that were. Throws a GraphError when the graph cannot. */
  async sweep(): Promise<number> {
    const over = await this.repository.expired(this.clock.now().getTime(), LIMITS.expiriesPerSweep);
    for (const id of over) await this.decisions.expire(id);
    return over.length;
  }

  /** The database may be away, or not migrated yet: the next sweep finds the same decisions. */
  private async sweepQuietly(): Promise<void> {
    try {
      const ended = await this.sweep();
      if (ended > 0) this.logger.info('decisions expired', { count: ended });
    } catch (error) {
      this.logger.failure('decisions could not be expired', error);
    }
  }
}
