/**
 * npm test [-- arguments for jest]: installs, builds, gets an empty Neo4j, runs every test, stops what it started.
 * The last line is "N passed, N failed".
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './lib/main.mjs';
import { readJson } from './lib/files.mjs';
import { countTests, sum, verdict } from './lib/jest-report.mjs';
import { ROOT } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { createProgress } from './lib/progress.mjs';
import { endRunning, run, runVisibly } from './lib/run.mjs';
import { startTestNeo4j } from './neo4j/testing.mjs';

/** @typedef {{ name: string, args: string[] }} Part tests that run under the same conditions */
const UNIT = { name: 'unit', args: ['--maxWorkers=2'] };
/** These share one database, so one file runs after the other. */
const INTEGRATION = { name: 'integration', args: ['--runInBand'] };
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const NODE_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const progress = createProgress(process.stderr);
const jestArgs = process.argv.slice(2);
const stopping = new AbortController();
/** @type {(() => Promise<void>)[]} */
const cleanUp = [];
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stopping.abort());
stopping.signal.addEventListener('abort', endRunning);

async function runAll() {
  await prepare(progress);
  stopping.signal.throwIfAborted();
  const needsNeo4j = await hasTests(INTEGRATION);
  // Its JVM warms up while the tests that need no database run; a failure to start is reported where it matters.
  const neo4j = needsNeo4j ? startNeo4j() : undefined;
  const counts = [await runPart(UNIT, {})];
  if (neo4j && !stopping.signal.aborted) counts.push(await runWithNeo4j(await neo4j));
  return counts;
}

/** @typedef {{ address: import('./neo4j/testing.mjs').Address } | { error: unknown }} Started */

/** @returns {Promise<Started>} */
async function startNeo4j() {
  try {
    return { address: await startNeo4jNow() };
  } catch (error) {
    return { error };
  }
}

async function startNeo4jNow() {
  const onProgress = (/** @type {string} */ text) => progress.update('Neo4j', text);
  const address = await startTestNeo4j(process.env, onProgress, (stop) => cleanUp.push(stop));
  progress.done('Neo4j', address.uri);
  return address;
}

/** @param {Started} started @returns {Promise<import('./lib/jest-report.mjs').Counts>} */
async function runWithNeo4j(started) {
  if ('address' in started) {
    const { uri, user, password, owned } = started.address;
    return runPart(INTEGRATION, {
      HUELLA_TEST_NEO4J_URI: uri,
      HUELLA_TEST_NEO4J_USER: user,
      HUELLA_TEST_NEO4J_PASSWORD: password,
      HUELLA_TEST_NEO4J_OWNED: String(owned),
    });
  }
  console.error(started.error instanceof Error ? started.error.message : started.error);
  return { passed: 0, failed: 1 };
}

/** @param {Part} part @returns {Promise<boolean>} */
async function hasTests({ name }) {
  const args = ['--selectProjects', name, '--listTests', '--passWithNoTests', ...jestArgs];
  const listed = await run(process.execPath, [...NODE_FLAGS, JEST, ...args], { cwd: ROOT });
  return listed.code !== 0 || /\.spec\.\w+/.test(listed.output);
}

/**
 * @param {Part} part
 * @param {Record<string, string>} env
 * @returns {Promise<import('./lib/jest-report.mjs').Counts>}
 */
async function runPart({ name, args }, env) {
  if (stopping.signal.aborted) return { passed: 0, failed: 1 };
  const folder = mkdtempSync(join(tmpdir(), 'huella-jest-'));
  const report = join(folder, 'report.json');
  const shared = ['--selectProjects', name, '--passWithNoTests', '--json', `--outputFile=${report}`];
  const options = { cwd: ROOT, env: { ...process.env, ...env }, signal: stopping.signal };
  const code = await runVisibly(process.execPath, [...NODE_FLAGS, JEST, ...shared, ...args, ...jestArgs], options);
  const counts = countTests(readJson(report), code);
  rmSync(folder, { recursive: true, force: true });
  return counts;
}

await main(async () => {
  try {
    const { line, ok } = verdict(sum(await runAll()));
    console.log(line);
    process.exitCode = stopping.signal.aborted ? 130 : ok ? 0 : 1;
  } finally {
    progress.stop();
    for (const step of cleanUp) await step();
  }
});
// Whatever is still under way was started for tests that are over.
process.exit();
