import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { readIfThere, readJson, writeJson, writeWhole } from '../lib/files.mjs';
import { isAlive } from '../lib/identity.mjs';
import { STATE } from '../lib/paths.mjs';
import { urlOf } from '../lib/service.mjs';
import { chooseNeo4j } from './choose.mjs';
import { composeDown, composeStop, composeUp } from './compose.mjs';
import { memoryFrom } from './config.mjs';
import { composeAnswers } from './docker.mjs';
import { newPassword } from './password.mjs';
import { provision } from './provision.mjs';
import { logTail, removeServer, startServer, stopServer } from './server.mjs';

/** Where the data of `npm start` lives, and what the command line reads to find the database. */
const FOLDER = join(STATE, 'neo4j');
const PASSWORD = join(FOLDER, 'password');
const ADDRESS = join(STATE, 'neo4j.json');
const MEMORY = { heap: '1g', pageCache: '512m' };
/** Neo4j's own ports, which people know. */
const PORTS = { boltPort: 7687, httpPort: 7474 };
const WATCH_MILLISECONDS = 1000;

/**
 * The Neo4j of `npm start`. `owned`: huella set it up. `watch` calls back, with what there is to say, when it has ended
 * by itself.
 * @typedef {{ kind: import('./choose.mjs').Kind, uri: string, user: string, password: string, httpUrl?: string }} Address
 * What a start is given; listening: where the service will be, whose guides the Browser of the database opens.
 * @typedef {{ env: Record<string, string | undefined>, onProgress: (text: string) => void, signal: AbortSignal, listening: import('../lib/service.mjs').Listening }} Start
 * @typedef {{ address: Address, owned: boolean, watch: (onEnd: (why: string) => void) => void }} Database
 */

/**
 * @param {Start} start
 * @returns {Promise<Database>}
 */
export async function startDatabase(start) {
  const { env, onProgress } = start;
  const kind = await chooseNeo4j(env, 'NEO4J_URI', composeAnswers);
  if (kind === 'given') return given(env);
  return kind === 'docker' ? inDocker(onProgress, start.listening.port) : onThisMachine(start);
}

/** @param {Record<string, string | undefined>} env @returns {Database} */
function given(env) {
  if (!env.NEO4J_PASSWORD)
    throw new Failure('NEO4J_URI is set: NEO4J_PASSWORD must be, too (and NEO4J_USER, if it is not neo4j).');
  const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password } = env;
  return { address: { kind: 'given', uri, user, password }, owned: false, watch: () => {} };
}

/**
 * The password of the local database. It lies beside the data that were made with it and goes when they go.
 * @returns {string}
 * @throws {Failure} when there are data and no password
 */
function localPassword() {
  const kept = readIfThere(PASSWORD)?.trim();
  if (kept) return kept;
  if (existsSync(join(FOLDER, 'data', 'databases', 'system'))) {
    throw new Failure(
      'The password of the local Neo4j (.huella/neo4j/password) is gone: npm run demo:reset starts anew.',
    );
  }
  const password = newPassword();
  writeWhole(PASSWORD, `${password}\n`, 0o600);
  return password;
}

/**
 * @param {(text: string) => void} onProgress
 * @param {number} servicePort
 * @returns {Promise<Database>}
 */
async function inDocker(onProgress, servicePort) {
  onProgress('starting the container');
  const up = await composeUp(newPassword(), PORTS, servicePort);
  const address = keep({ kind: 'docker', ...up });
  return { address, owned: true, watch: () => {} };
}

/** @param {Start} start @returns {Promise<Database>} */
async function onThisMachine({ env, onProgress, signal, listening }) {
  const home = await provision(onProgress);
  const password = localPassword();
  const plan = {
    folder: FOLDER,
    home,
    password,
    ports: PORTS,
    memory: memoryFrom(env, MEMORY),
    serviceUrl: urlOf(listening),
    signal,
  };
  const server = await startServer(plan, onProgress);
  const { boltPort, httpPort } = server;
  const urls = { uri: `bolt://127.0.0.1:${boltPort}`, httpUrl: `http://127.0.0.1:${httpPort}` };
  const address = keep({ kind: 'local', user: 'neo4j', password, ...urls });
  return {
    address,
    owned: true,
    watch: (onEnd) => watchProcess(server.process, onEnd),
  };
}

/**
 * @param {import('../lib/identity.mjs').KnownProcess} process
 * @param {(why: string) => void} onEnd
 */
function watchProcess(process, onEnd) {
  const timer = setInterval(() => {
    if (isAlive(process)) return;
    clearInterval(timer);
    onEnd(`Neo4j has ended. The end of its log:\n${logTail(FOLDER)}`);
  }, WATCH_MILLISECONDS);
  timer.unref();
}

/**
 * Remembers where the database is, readable by this user only.
 * @param {Address} address
 * @returns {Address}
 */
function keep(address) {
  writeJson(ADDRESS, address, 0o600);
  return address;
}

/** @returns {Address | undefined} the database of the last `npm start` that set one up */
export const keptAddress = () => readJson(ADDRESS);

/**
 * Stops what an `npm start` that is gone has left running.
 * @returns {Promise<boolean>} whether there was anything
 */
export async function stopLeftDatabase() {
  if (keptAddress()?.kind === 'docker') return composeStop().then(() => true);
  return (await stopServer(FOLDER)) !== 'was not running';
}

/** Deletes the data of `npm start`, which must have been stopped: only what huella itself set up. */
export async function deleteDatabase() {
  if (keptAddress()?.kind === 'docker') await composeDown();
  removeServer(FOLDER);
  rmSync(ADDRESS, { force: true });
}
