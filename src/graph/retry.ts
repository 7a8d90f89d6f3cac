import { LIMITS } from '../kernel/limits.js';
import { GraphError } from './errors.js';

/** Time and chance, injected so that tests can do without either. */
export interface RetryTools {
  /** In [0, 1). */
  random(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Monotonic milliseconds. */
  elapsed(): number;
}

/** Told before each retry: which attempt failed (from 1), and with what. */
export type OnRetry = (attempt: number, failure: GraphError) => void;

/** The machine's own. */
export const systemRetryTools: RetryTools = {
  random: Math.random,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  elapsed: () => performance.now(),
};

/**
 * Runs `attempt` until it succeeds, fails for good or has been tried often enough; throws its last failure. Conflicts
 * are tried `LIMITS.writeAttempts` times with 5 to 50 ms of jitter at first (the driver's own loop starts at a second), broken
 * connections `LIMITS.connectionAttempts` times and not when the first answer was slow to come.
 */
export async function retrying<Result>(
  attempt: () => Promise<Result>,
  tools: RetryTools,
  onRetry: OnRetry,
): Promise<Result> {
  const startedAt = tools.elapsed();
  for (let number = 1; ; number += 1) {
    try {
      return await attempt();
    } catch (error) {
      const elapsedSeconds = (tools.elapsed() - startedAt) / 1_000;
      if (!(error instanceof GraphError) || !mayRetry(error, number, elapsedSeconds)) throw error;
      onRetry(number, error);
      await tools.sleep(pauseMilliseconds(tools.random(), number));
    }
  }
}

/** Whether attempt `number` that failed like this may be followed by another one. */
export function mayRetry(failure: GraphError, number: number, elapsedSeconds: number): boolean {
  switch (failure.retry) {
    case 'never':
      return false;
    case 'conflict':
      return number < LIMITS.writeAttempts && elapsedSeconds < LIMITS.writeSeconds;
    case 'connection':
      return number < LIMITS.connectionAttempts && elapsedSeconds < LIMITS.reconnectSeconds;
  }
}

/** Pause before the retry of attempt `number` (from 1); `chance` is in [0, 1). It grows while many writers meet. */
export function pauseMilliseconds(chance: number, number = 1): number {
  const { retryPauseMinMilliseconds: min, retryPauseMaxMilliseconds: max, retryPauseGrowthMax } = LIMITS;
  return min + Math.floor(chance * (max * Math.min(number, retryPauseGrowthMax) - min + 1));
}
