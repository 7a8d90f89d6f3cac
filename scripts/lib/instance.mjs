import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './files.mjs';
import { isAlive, know } from './identity.mjs';
import { STATE } from './paths.mjs';

const PATH = join(STATE, 'start.json');

/**
 * The `npm start` of this project: its own process, and the service once there is one.
 * @typedef {{ process: import('./identity.mjs').KnownProcess, service?: import('./identity.mjs').KnownProcess, url?: string }} Instance
 */

/** @returns {Instance | undefined} of the last start, whether or not anything of it still runs */
export const lastInstance = () => readJson(PATH);

/** @returns {Instance | undefined} of a start that still runs */
export function liveInstance() {
  const instance = lastInstance();
  return isAlive(instance?.process) ? instance : undefined;
}

/**
 * Records that this process is the project's `npm start`.
 * @param {Omit<Instance, 'process'>} known what is known so far
 */
export function recordInstance(known = {}) {
  writeJson(PATH, { process: know(process.pid), ...known });
}

/** Forgets it: nothing runs any more. */
export function forgetInstance() {
  rmSync(PATH, { force: true });
}
