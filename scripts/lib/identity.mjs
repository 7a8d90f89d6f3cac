import { spawnSync } from 'node:child_process';
import { readIfThere } from './files.mjs';

/**
 * A process that we started: its id and a mark that tells it from a later process with the same id.
 * @typedef {{ pid: number, mark: string }} KnownProcess
 */

/**
 * The start time in clock ticks of a Linux process: field 22 of /proc/PID/stat (proc(5)). The command in field 2 may
 * itself contain blanks and brackets, so the fields are counted from the last closing bracket.
 * @param {string} stat the file's content
 * @returns {string | undefined}
 */
export function startTicks(stat) {
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .at(19);
}

/** @param {string} stat @returns {boolean} whether the process has ended and only waits to be collected */
export const isZombie = (stat) => stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');

/**
 * The mark of a running process, or undefined when there is none with this id.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function markOf(pid) {
  const boot = readIfThere('/proc/sys/kernel/random/boot_id');
  if (boot !== undefined) {
    const stat = readStat(pid);
    return stat === undefined || isZombie(stat) ? undefined : `${boot.trim()} ${startTicks(stat)}`;
  }
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const started = ps.status === 0 ? ps.stdout.trim() : '';
  return started === '' ? undefined : started;
}

/** @param {number} pid */
function readStat(pid) {
  try {
    return readIfThere(`/proc/${pid}/stat`);
  } catch {
    return undefined; // ESRCH: it ended between the opening and the reading
  }
}

/**
 * @param {number} pid of a process that was just started
 * @returns {KnownProcess}
 */
export function know(pid) {
  return { pid, mark: markOf(pid) ?? 'ended' };
}

/**
 * Whether the process is alive and the very one that was recorded, not another that was given its id.
 * @param {KnownProcess | undefined} known
 * @returns {boolean}
 */
export function isAlive(known) {
  return typeof known?.pid === 'number' && known.mark !== 'ended' && markOf(known.pid) === known.mark;
}

/**
 * Sends a signal to a process if it is still the one recorded; nothing happens otherwise.
 * @param {KnownProcess | undefined} known
 * @param {NodeJS.Signals} signal
 */
export function signal(known, signal) {
  if (known === undefined || !isAlive(known)) return;
  try {
    process.kill(known.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Ends a process: SIGTERM, then SIGKILL when it has not ended in time.
 * @param {KnownProcess | undefined} known
 * @param {number} graceSeconds
 * @returns {Promise<'was not running' | 'stopped' | 'killed'>}
 */
export async function end(known, graceSeconds) {
  if (!isAlive(known)) return 'was not running';
  signal(known, 'SIGTERM');
  const deadline = Date.now() + graceSeconds * 1000;
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (!isAlive(known)) return 'stopped';
  }
  signal(known, 'SIGKILL');
  return 'killed';
}
