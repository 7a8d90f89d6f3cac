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

/** To be called by an attempt when the database answers it: from then on it is known to be reached. */
export type Heard = () => void;

/**
 * Runs `attempt` until it succeeds, fails for good or has been tried often enough; throws its last failure. Conflicts
 * are tried `LIMITS.writeAttempts` times with 5 to 50 ms of jitter at first (the driver's own loop starts at a second), broken
 * connections `LIMITS.connectionAttempts` times, and not when the database could not be reached for `LIMITS.reconnectSeconds`. An
 * attempt that was answered at all had reached it until it failed, however long it waited for locks.
 */
export async function retrying<Result>(
  attempt: (heard: Heard) => Promise<Result>,
  tools: RetryTools,
  onRetry: OnRetry,
): Promise<Result> {
  const startedAt = tools.elapsed();
  let unreachedSince = startedAt;
  for (let number = 1; ; number += 1) {
    let isHeard = false;
    try {
      return await attempt(() => (isHeard = true));
    } catch (error) {
      const now = tools.elapsed();
      if (isHeard) unreachedSince = now;
      const passed = { seconds: (now - startedAt) / 1_000, unreachedSeconds: (now - unreachedSince) / 1_000 };
      if (!(error instanceof GraphError) || !mayRetry(error, number, passed)) throw error;
      onRetry(number, error);
      await tools.sleep(pauseMilliseconds(tools.random(), number));
    }
  }
}

/** Time since the first attempt began, and since the database was reached last. */
export interface Passed {
  readonly seconds: number;
  readonly unreachedSeconds: number;
}

/** Whether attempt `number` that failed like this may be followed by another one. */
export function mayRetry(failure: GraphError, number: number, { seconds, unreachedSeconds }: Passed): boolean {
  switch (failure.retry) {
    case 'never':
      return false;
    case 'conflict':
      return number < LIMITS.writeAttempts && seconds < LIMITS.writeSeconds;
    case 'connection':
      return (
        number < LIMITS.connectionAttempts &&
        unreachedSeconds < LIMITS.reconnectSeconds &&
        seconds < LIMITS.writeSeconds
      );
  }
}

/** Pause before the retry of attempt `number` (from 1); `chance` is in [0, 1). It grows while many writers meet. */
export function pauseMilliseconds(chance: number, number = 1): number {
  const { retryPauseMinMilliseconds: min, retryPauseMaxMilliseconds: max, retryPauseGrowthMax } = LIMITS;
  return min + Math.floor(chance * (max * Math.min(number, retryPauseGrowthMax) - min + 1));
}
