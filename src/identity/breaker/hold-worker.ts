import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { GraphStartup } from '../../graph/graph-startup.js';
import type { Clock } from '../../kernel/clock.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Logger } from '../../observability/logger.js';
import type { HoldSteps } from './hold-steps.js';

/** Carries out what stewards decide about holds, and forgets what windows look at no more. Every process has one. */
export class HoldWorker implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | null = null;
  #isStopping = false;
  #isWalking = false;
  #forgetAt = 0;

  constructor(
    private readonly steps: HoldSteps,
    private readonly startup: Pick<GraphStartup, 'done'>,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const look = (): void => void (this.startup.done && this.wake());
    this.#timer = setInterval(look, LIMITS.holdLookSeconds * 1_000).unref();
  }

  onModuleDestroy(): void {
    this.#isStopping = true;
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Walks until nothing is left. The graph may be away: the next look begins where this one ended. */
  async wake(): Promise<void> {
    if (this.#isWalking) return;
    this.#isWalking = true;
    try {
      let steps = 0;
      while (!this.#isStopping && (await this.steps.step())) steps += 1;
      if (steps > 0) this.logger.info('background work done', { job: 'settle holds', count: steps });
      await this.forget();
    } catch (error) {
      if (!this.#isStopping) this.logger.failure('held records could not be let go or rejected', error);
    } finally {
      this.#isWalking = false;
    }
  }

  private async forget(): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.#isStopping || now < this.#forgetAt) return;
    this.#forgetAt = now + LIMITS.flowSweepSeconds * 1_000;
    await this.steps.forgetFlows(now);
  }
}
