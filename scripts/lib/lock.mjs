import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readJson } from './files.mjs';
import { isAlive, know } from './identity.mjs';

const POLL_MILLISECONDS = 300;

/**
 * Runs `work` while holding a lock file. A lock whose holder has ended is taken over: a crash blocks nobody.
 * Two that take over the same dead lock at the same moment may both proceed, so `work` must end in an atomic step.
 * @template T
 * @param {string} path of the lock file
 * @param {{ onWait?: (holderPid: number) => void }} options called once when another process holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, { onWait }, work) {
  mkdirSync(dirname(path), { recursive: true });
  let waited = false;
  while (!tryLock(path)) {
    const holder = readJson(path);
    if (!isAlive(holder)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!waited) onWait?.(holder.pid);
    waited = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path @returns {boolean} whether it is ours now */
function tryLock(path) {
  try {
    writeFileSync(path, JSON.stringify(know(process.pid)), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}
