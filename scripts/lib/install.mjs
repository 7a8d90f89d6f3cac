import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { readJson } from './files.mjs';
import { satisfies } from './node-version.mjs';
import { ROOT, STATE } from './paths.mjs';
import { runAlone, tail } from './run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} LockedPackages */

/**
 * Whether what npm recorded at its last install is what the lock file asks for. npm writes that record last, so an
 * interrupted install has none. Optional packages of other platforms are not installed and not missed.
 * @param {LockedPackages | undefined} locked `packages` of package-lock.json
 * @param {LockedPackages | undefined} installed `packages` of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalled(locked, installed) {
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

/**
 * Sees to it that the dependencies are there: `npm ci` if they are missing or not those of package-lock.json.
 * @param {(text: string) => void} onProgress
 * @returns {Promise<boolean>} whether anything had to be installed
 * @throws {Failure} when Node.js is too old or npm fails
 */
export async function ensureInstalled(onProgress) {
  const range = readJson(join(ROOT, 'package.json')).engines.node;
  if (!satisfies(process.versions.node, range)) {
    throw new Failure(`huella needs Node.js ${range}; this is ${process.versions.node} (${process.execPath}).`);
  }
  const locked = readJson(join(ROOT, 'package-lock.json'))?.packages;
  if (isInstalled(locked, readJson(join(ROOT, 'node_modules', '.package-lock.json'))?.packages)) return false;
  onProgress('installing with npm ci');
  const [command, ...args] = npmCommand(process.env);
  const ci = [...args, 'ci', '--no-audit', '--no-fund'];
  const outcome = await runAlone(join(STATE, 'npm.json'), command, ci, { cwd: ROOT });
  if (outcome.code !== 0) throw new Failure(`npm ci failed.\n${tail(outcome.output)}`);
  return true;
}

/**
 * The npm that runs us, so that the version does not change under the user; else the one on the path.
 * @param {Record<string, string | undefined>} env
 * @returns {[string, ...string[]]}
 */
export function npmCommand(env) {
  const path = env.npm_execpath;
  return path?.endsWith('npm-cli.js') ? [process.execPath, path] : ['npm'];
}
