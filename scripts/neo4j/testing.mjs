import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from '../lib/files.mjs';
import { isAlive, know, signal } from '../lib/identity.mjs';
import { STATE } from '../lib/paths.mjs';
import { chooseNeo4j } from './choose.mjs';
import { memoryFrom } from './config.mjs';
import { dockerAnswers } from './docker.mjs';
import { newPassword } from './password.mjs';
import { provision } from './provision.mjs';
import { removeServer, runningIn, startServer } from './server.mjs';

const IMAGE = 'neo4j:5.26-community';
const MEMORY = { heap: '512m', pageCache: '256m' };
/** Away from Neo4j's own ports: those are for people. */
const PORTS = { boltPort: 17687, httpPort: 17474 };
const FOLDER = 'test-';

/** @typedef {{ uri: string, user: string, password: string, owned: boolean }} Address owned: made for this run */
/** @typedef {(stop: () => Promise<void>) => void} OnStop takes what undoes a step, before the step is taken */

/**
 * An empty Neo4j for one run of the tests, never that of `npm start`.
 * @param {Record<string, string | undefined>} env
 * @param {(text: string) => void} onProgress
 * @param {OnStop} onStop
 * @returns {Promise<Address>}
 */
export async function startTestNeo4j(env, onProgress, onStop) {
  switch (await chooseNeo4j(env, 'HUELLA_TEST_NEO4J_URI', dockerAnswers)) {
    case 'given':
      return given(env);
    case 'docker':
      return container(onProgress, onStop);
    case 'local':
      return local(env, onProgress, onStop);
  }
}

/**
 * The tests themselves refuse it when it is not empty.
 * @param {Record<string, string | undefined>} env
 * @returns {Address}
 */
function given(env) {
  return {
    uri: env.HUELLA_TEST_NEO4J_URI ?? '',
    user: env.HUELLA_TEST_NEO4J_USER ?? 'neo4j',
    password: env.HUELLA_TEST_NEO4J_PASSWORD ?? '',
    owned: env.HUELLA_TEST_NEO4J_OWNED === 'true',
  };
}

/**
 * @param {(text: string) => void} onProgress
 * @param {OnStop} onStop
 * @returns {Promise<Address>}
 */
async function container(onProgress, onStop) {
  onProgress(`starting a container of ${IMAGE}`);
  const { Neo4jContainer } = await import('@testcontainers/neo4j');
  const started = await new Neo4jContainer(IMAGE).withPassword(newPassword()).start();
  onStop(async () => void (await started.stop()));
  return { uri: started.getBoltUri(), user: started.getUsername(), password: started.getPassword(), owned: true };
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {(text: string) => void} onProgress
 * @param {OnStop} onStop
 * @returns {Promise<Address>}
 */
async function local(env, onProgress, onStop) {
  sweepTestServers();
  const home = await provision(onProgress);
  const folder = join(STATE, `${FOLDER}${process.pid}`);
  onStop(async () => discard(folder));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeJson(join(folder, 'owner.json'), know(process.pid));
  const password = newPassword();
  const plan = { folder, home, password, ports: PORTS, memory: memoryFrom(env, MEMORY) };
  const server = await startServer(plan, onProgress);
  return { uri: `bolt://127.0.0.1:${server.boltPort}`, user: 'neo4j', password, owned: true };
}

/**
 * Removes what test runs that were killed have left behind: their servers and their folders.
 * @returns {boolean} whether there was anything
 */
export function sweepTestServers() {
  const names = existsSync(STATE) ? readdirSync(STATE).filter((name) => name.startsWith(FOLDER)) : [];
  const left = names
    .map((name) => join(STATE, name))
    .filter((folder) => !isAlive(readJson(join(folder, 'owner.json'))));
  left.forEach(discard);
  return left.length > 0;
}

/** @param {string} folder of a server whose data nobody will miss: no clean stop, which would take seconds */
function discard(folder) {
  signal(runningIn(folder)?.process, 'SIGKILL');
  const deadline = Date.now() + 5000;
  while (runningIn(folder) && Date.now() < deadline) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  if (existsSync(folder)) removeServer(folder);
  rmSync(folder, { recursive: true, force: true });
}
