import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { GraphStartup } from '../../graph/graph-startup.js';
import type { Clock } from '../../kernel/clock.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Logger } from '../../observability/logger.js';
import type { RolloutService } from './rollout.service.js';

const TICK_MILLISECONDS = 250;

/**
 * Walks for a policy that is being applied, and keeps this process informed about which one is in force. Every process
 * has one; one that is overtaken leaves the walk to the other for a while.
 */
export class RolloutWorker implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | null = null;
  #isStopping = false;
  #isWalking = false;

  #lookAt = 0;

  constructor(
    private readonly rollout: RolloutService,
    private readonly startup: Pick<GraphStartup, 'done'>,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.tick(), TICK_MILLISECONDS).unref();
  }

  /** Looks as soon as the graph is there, and then now and again. */
  private tick(): void {
    const now = this.clock.now().getTime();
    if (!this.startup.done || now < this.#lookAt) return;
    this.#lookAt = now + LIMITS.policyLookSeconds * 1_000;
    void this.wake();
  }

  onModuleDestroy(): void {
    this.#isStopping = true;
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Walks as far as there is a way. The graph may be away, or not migrated yet: the next look begins where this one ended. */
  async wake(): Promise<void> {
    if (this.#isWalking) return;
    this.#isWalking = true;
    try {
      for (let steps = 0; !this.#isStopping; steps += 1) {
        const step = await this.rollout.step();
        if (step === 'IDLE' && steps > 0) this.logger.info('policy applied');
        if (step !== 'ADVANCED') return;
      }
    } catch (error) {
      if (!this.#isStopping) this.logger.failure('the policy in force could not be read or applied', error);
    } finally {
      this.#isWalking = false;
    }
  }
}
