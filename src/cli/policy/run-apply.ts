import { setTimeout as pause } from 'node:timers/promises';
import { policyFingerprint } from '../../identity/policy/load-policy.js';
import type { Policy } from '../../identity/policy/policy.types.js';
import { LIMITS } from '../../kernel/limits.js';
import type { PolicyDesk } from '../doors.types.js';
import { count } from '../load/tally.js';
import { CommandError, EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { describeChanges, describeTally } from './describe-policy.js';

export interface ApplyOptions {
  readonly reason: string;
  readonly dryRun?: boolean;
}

/** While another process walks, this one only watches. */
const WATCH_MILLISECONDS = 500;

/** Puts a policy in force, or goes on with one that was put in force before, and walks until every customer follows. */
export async function runApply(
  policy: Policy,
  { reason, dryRun = false }: ApplyOptions,
  desk: PolicyDesk,
  terminal: Terminal,
): Promise<ExitCode> {
  if (reason.trim() === '' || reason.length > LIMITS.reasonChars)
    throw new CommandError(`--reason must have 1 to ${LIMITS.reasonChars} characters`);
  const before = await desk.progress();
  const isUnderWay = before.policy.status === 'APPLYING' && before.policy.fingerprint === policyFingerprint(policy);
  if (!isUnderWay) {
    const { changes } = await desk.apply(policy, { reason: reason.trim(), dryRun, idempotencyKey: null });
    for (const line of describeChanges(changes)) terminal.out(line);
  }
  return dryRun ? EXIT.ok : walk(desk, terminal);
}

async function walk(desk: PolicyDesk, terminal: Terminal): Promise<ExitCode> {
  for (let step = await desk.step(); step !== 'IDLE' && !terminal.signal.aborted; step = await desk.step()) {
    const { policy, left } = await desk.progress();
    if (left > 0) terminal.err(`${count(policy.looked)} customers looked at, ${count(left)} left`);
    if (step === 'OVERTAKEN') await pause(WATCH_MILLISECONDS);
  }
  const { policy } = await desk.progress();
  terminal.out(describeTally(policy));
  if (policy.status === 'ACTIVE') {
    terminal.out(`${policy.fingerprint} is in force and every customer follows it`);
    return EXIT.ok;
  }
  terminal.err('stopped: a running service goes on, and so does the same command when it is given again');
  return EXIT.failed;
}
