import type { CustomerId } from '../../kernel/ids.js';
import type { BreakerPolicy } from '../policy/policy.types.js';
import type { Lane } from './breaker.types.js';

/** Steps of a window: what is older than a window is forgotten by sixths. */
const STEPS = 6;

/** Beginnings of the steps that a window at `now` looks at, the present one first; all in epoch milliseconds. */
export function stepsAt(now: number, { windowMinutes }: Pick<BreakerPolicy, 'windowMinutes'>): number[] {
  const length = (windowMinutes * 60_000) / STEPS;
  const present = now - (now % length);
  return Array.from({ length: STEPS }, (_, back) => present - back * length);
}

/** Key of what a lane said in a step, or of how it let a customer grow. The source comes first, so that a prefix finds all of it. */
export function flowKey({ source, job }: Lane, from: number, customer: CustomerId | null = null): string {
  return JSON.stringify([source, job, from, ...(customer === null ? [] : [customer])]);
}

/** What the keys of all the flows of a lane begin with; of a source, with those of its jobs. */
export function flowPrefix({ source, job }: Lane): string {
  const key = JSON.stringify(job === null ? [source] : [source, job]);
  return `${key.slice(0, -1)},`;
}
