import type { Policy } from '../../identity/policy/policy.types.js';
import { NOTHING, sum, type Fate, type Tally } from '../../identity/rollout/rollout.types.js';
import { LIMITS } from '../../kernel/limits.js';
import type { PolicyDesk } from '../doors.types.js';
import { count } from '../load/tally.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { describeChanges, describeTally } from './describe-policy.js';

/** Compares stretch by stretch, tells how far it is, and prints the sum with the first customers that would change. */
export async function runDiff(policy: Policy, desk: PolicyDesk, terminal: Terminal, json: boolean): Promise<ExitCode> {
  const changes = await desk.changes(policy);
  let tally: Tally = NOTHING;
  let changed: Fate[] = [];
  for (let after = '', left = 1; left > 0 && !terminal.signal.aborted;) {
    const stretch = await desk.diff(policy, { after, customers: LIMITS.customersPerDiff });
    tally = sum(tally, stretch.tally);
    changed = [...changed, ...stretch.changed].slice(0, LIMITS.customersNamed);
    ({ cursor: after, left } = stretch);
    if (left > 0) terminal.err(`${count(tally.looked)} customers looked at, ${count(left)} left`);
  }
  const isStopped = terminal.signal.aborted;
  if (json) terminal.out(JSON.stringify({ ...tally, changes, changed, isStopped }, null, 2));
  else for (const line of [...describeChanges(changes), describeTally(tally), ...changed.map(fate)]) terminal.out(line);
  if (isStopped) return EXIT.failed;
  return tally.merged + tally.split + tally.contested === 0 ? EXIT.ok : EXIT.someRejected;
}

function fate({ customer, parts, others }: Fate): string {
  const together = others.length > 0 ? ` together with ${others.slice(0, LIMITS.customersNamed).join(', ')}` : '';
  const [only] = parts;
  if (parts.length === 1) return `${customer}: a customer of ${count(only ?? 0)} records${together}`;
  const sizes = parts.slice(0, LIMITS.partsPerBridge).map(count).join(' + ');
  return `${customer}: falls into ${count(parts.length)} customers of ${sizes} records${together}`;
}
