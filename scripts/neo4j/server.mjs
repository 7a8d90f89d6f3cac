import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { readIfThere, readJson, writeJson, writeWhole } from '../lib/files.mjs';
import { end, isAlive, know } from '../lib/identity.mjs';
import { answers, isFree, nextFree } from '../lib/ports.mjs';
import { ROOT } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { renderConfig, serverArguments, SERVICE_URL } from './config.mjs';
import { query } from './http.mjs';
import { javaProgram } from './java.mjs';

/** A first start takes 10-20 s, several times that on a busy machine; one that has died is noticed at once. */
const READY_SECONDS = 300;
/** A clean stop flushes the page cache: seconds, more on a slow disk. */
export const STOP_SECONDS = 60;
/** Another process may take a port between our look and the server's; each attempt looks again. */
const PORT_ATTEMPTS = 3;

/**
 * One local server: its folder holds everything of it (data, logs, configuration, and the state file below).
 * @typedef {{ folder: string, home: string, password: string, ports: import('./config.mjs').Ports, memory: import('./config.mjs').Memory, serviceUrl?: string, signal?: AbortSignal }} Plan
 * @typedef {{ process: import('../lib/identity.mjs').KnownProcess, boltPort: number, httpPort: number }} Running
 */

/** @param {string} folder */
const statePath = (folder) => join(folder, 'server.json');

/**
 * The server of a folder if it runs.
 * @param {string} folder
 * @returns {Running | undefined}
 */
export function runningIn(folder) {
  const state = readJson(statePath(folder));
  return isAlive(state?.process) ? state : undefined;
}

/**
 * Starts the server of a folder, or finds it running, and waits until it answers queries.
 * @param {Plan} plan ports: preferred; those of the last start are tried first, then the next free pair
 * @param {(text: string) => void} onProgress
 * @returns {Promise<Running & { found: boolean }>} found: it was running already
 * @throws {Failure} with the end of its log when it does not start
 */
export async function startServer(plan, onProgress) {
  const found = runningIn(plan.folder);
  if (found) {
    onProgress('found running');
    await untilReady(plan, found);
    return { ...found, found: true };
  }
  for (let attempt = 1; ; attempt++) {
    const server = await launch(plan, await choosePorts(plan), onProgress);
    try {
      await untilReady(plan, server);
      return { ...server, found: false };
    } catch (error) {
      await end(server.process, STOP_SECONDS);
      if (attempt === PORT_ATTEMPTS || !lostItsPort(plan.folder)) throw error;
    }
  }
}

/**
 * @param {Plan} plan
 * @returns {Promise<import('./config.mjs').Ports>}
 */
async function choosePorts({ folder, ports }) {
  const last = readJson(statePath(folder));
  if (last && (await isFree(last.boltPort)) && (await isFree(last.httpPort))) return last;
  const boltPort = await nextFree(ports.boltPort, isFree);
  return { boltPort, httpPort: await nextFree(ports.httpPort, isFree, [boltPort]) };
}

/**
 * @param {Plan} plan
 * @param {import('./config.mjs').Ports} ports
 * @param {(text: string) => void} onProgress
 * @returns {Promise<Running>}
 */
async function launch(plan, { boltPort, httpPort }, onProgress) {
  const { folder, home, memory, serviceUrl = SERVICE_URL } = plan;
  const confFolder = join(folder, 'conf');
  for (const name of ['data', 'logs', 'run', 'import', 'conf'])
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  const template = readIfThere(join(ROOT, 'scripts', 'neo4j', 'neo4j.conf')) ?? '';
  const config = renderConfig(template, { folder, serviceUrl, boltPort, httpPort, ...memory });
  writeWhole(join(confFolder, 'neo4j.conf'), config, 0o600);
  await setPasswordOnce(plan, confFolder);
  plan.signal?.throwIfAborted();
  onProgress('starting');
  const log = openSync(join(folder, 'logs', 'console.log'), 'w', 0o600);
  // A session of its own: Ctrl-C in the terminal must reach the service first and the database after it.
  const child = spawn(javaProgram(), serverArguments({ home, confFolder, config, ...memory }), {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.once('error', () => {}); // a missing java shows as a server that has ended
  child.unref();
  const server = { process: know(child.pid ?? -1), boltPort, httpPort };
  writeJson(statePath(folder), server);
  return server;
}

/**
 * Sets the password of a folder that has never run. Afterwards the database keeps it.
 * @param {Plan} plan
 * @param {string} confFolder
 */
async function setPasswordOnce({ folder, home, password }, confFolder) {
  if (existsSync(join(folder, 'data', 'databases', 'system'))) return;
  const args = ['-Xmx128m', '-XX:+UseSerialGC', '-cp', `${home}/lib/*`, `-Dbasedir=${home}`];
  const command = ['org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', password];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: confFolder };
  const outcome = await run(javaProgram(), [...args, ...command], { env });
  if (outcome.code !== 0) throw new Failure(`Neo4j's password could not be set.\n${tail(outcome.output)}`);
}

/**
 * @param {Plan} plan
 * @param {Running} server
 */
async function untilReady(plan, server) {
  const deadline = Date.now() + READY_SECONDS * 1000;
  const access = { httpUrl: `http://127.0.0.1:${server.httpPort}`, user: 'neo4j', password: plan.password };
  while (Date.now() < deadline) {
    plan.signal?.throwIfAborted();
    if (!isAlive(server.process))
      throw new Failure(`Neo4j did not start. The end of its log:\n${logTail(plan.folder)}`);
    if (await isReady(access, server.boltPort)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Failure(`Neo4j was not ready after ${READY_SECONDS} s. The end of its log:\n${logTail(plan.folder)}`);
}

/**
 * @param {import('./http.mjs').Access} access
 * @param {number} boltPort
 */
async function isReady(access, boltPort) {
  if (!(await answers(boltPort))) return false;
  try {
    await query(access, 'RETURN 1');
    return true;
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== 'Neo.ClientError.Security.Unauthorized') return false;
    throw new Failure(
      'The local Neo4j does not accept the password huella kept for it: npm run demo:reset starts anew.',
    );
  }
}

/** @param {string} folder */
const lostItsPort = (folder) => /BindException|Address already in use/.test(logTail(folder));

/**
 * The end of a server's log.
 * @param {string} folder
 * @returns {string}
 */
export function logTail(folder) {
  return tail(readIfThere(join(folder, 'logs', 'console.log')) ?? '', 20);
}

/**
 * Stops the server of a folder if it runs.
 * @param {string} folder
 * @returns {Promise<'was not running' | 'stopped' | 'killed'>}
 */
export async function stopServer(folder) {
  return end(runningIn(folder)?.process, STOP_SECONDS);
}

/**
 * Removes the folder of a server that has been stopped.
 * @param {string} folder
 * @throws when it still runs
 */
export function removeServer(folder) {
  if (runningIn(folder)) throw new Error('The server still runs.');
  rmSync(folder, { recursive: true, force: true });
}
