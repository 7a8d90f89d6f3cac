import { readdirSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { Failure } from './failure.mjs';
import { readJson, writeJson } from './files.mjs';
import { withLock } from './lock.mjs';
import { ROOT, STATE } from './paths.mjs';
import { run, tail } from './run.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.sources.json');

/** @typedef {{ hash: string, files: string[] }} Sources */

/**
 * Compiles src/ to dist/ if a source has changed since the last time.
 * @param {(text: string) => void} onProgress
 * @returns {Promise<boolean>} whether anything had to be compiled
 * @throws {Failure} with the compiler's messages
 */
export async function ensureBuilt(onProgress) {
  return withLock(join(STATE, 'build.lock'), { onWait: () => onProgress('waiting for another build') }, async () => {
    const sources = listSources();
    const built = readJson(STAMP);
    if (built?.hash === sources.hash) return false;
    if (leavesOrphans(built, sources)) rmSync(DIST, { recursive: true, force: true });
    onProgress('compiling');
    rmSync(STAMP, { force: true });
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const outcome = await run(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT });
    if (outcome.code !== 0) throw new Failure(`The build failed.\n${tail(outcome.output)}`);
    writeJson(STAMP, sources);
    return true;
  });
}

/**
 * Whether dist/ holds the output of a source that is gone: the compiler would leave it there, and it could be loaded.
 * @param {Sources | undefined} built
 * @param {Sources} sources
 * @returns {boolean}
 */
export function leavesOrphans(built, sources) {
  return !built || built.files.some((file) => !sources.files.includes(file));
}

/** @returns {Sources} what the output depends on, by path, size and time of change */
function listSources() {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const others = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => join(ROOT, name));
  const hash = createHash('sha256');
  const files = [...sources, ...others].map((path) => relative(ROOT, path)).sort();
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return { hash: hash.digest('hex'), files };
}
