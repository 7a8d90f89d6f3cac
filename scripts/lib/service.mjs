import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { end, know } from './identity.mjs';
import { ROOT } from './paths.mjs';
import { isFree, nextFree } from './ports.mjs';

const PORT = 3000;
/** Migrations of a first start included. */
const READY_SECONDS = 300;
/** The service itself gives requests in flight less than this. */
const STOP_SECONDS = 20;

/**
 * @typedef {{ host: string, port: number, moved: boolean }} Listening moved: another port than the usual one
 * @typedef {{ process: import('./identity.mjs').KnownProcess, url: string, ended: Promise<number> }} Service ended: its exit code
 */

/**
 * Where the service will listen: HOST and PORT, or 127.0.0.1 and the first free port from 3000 on.
 * @param {Record<string, string | undefined>} env
 * @param {(port: number) => Promise<boolean>} isFreePort
 * @returns {Promise<Listening>}
 * @throws {Failure} when PORT was set and is taken: the user wants that one
 */
export async function chooseListening(env, isFreePort = isFree) {
  const host = env.HOST || '127.0.0.1';
  if (!env.PORT) {
    const port = await nextFree(PORT, isFreePort);
    return { host, port, moved: port !== PORT };
  }
  const port = Number(env.PORT);
  if (!/^\d{1,5}$/.test(env.PORT) || port < 1 || port > 65_535)
    throw new Failure('PORT must be a number from 1 to 65535.');
  if (await isFreePort(port)) return { host, port, moved: false };
  throw new Failure(`PORT is ${port}, and something else listens there. Choose another, or leave PORT unset.`);
}

/**
 * Starts the service in a session of its own (so that Ctrl-C reaches us, and we stop it in order).
 * @param {Listening} listening
 * @param {{ uri: string, user: string, password: string }} neo4j
 * @returns {Service}
 */
export function startService({ host, port }, { uri, user, password }) {
  const quiet = { LOG_LEVEL: process.env.LOG_LEVEL || 'warn' };
  const settings = { HOST: host, PORT: String(port), NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist', 'main.js')], {
    cwd: ROOT,
    env: { ...process.env, ...quiet, ...settings },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  return { process: know(child.pid ?? -1), url: urlOf({ host, port }), ended };
}

/**
 * @param {{ host: string, port: number }} listening
 * @returns {string} the service's address, without a path
 */
export function urlOf({ host, port }) {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Waits until the service serves, with its migrations done.
 * @param {Service} service
 * @throws {Failure} when it ends or takes too long
 */
export async function untilServing(service) {
  let hasEnded = false;
  void service.ended.then(() => (hasEnded = true));
  const deadline = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < deadline) {
    if (hasEnded) throw new Failure('The service has ended; it said why above.');
    if (await isReady(service.url)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Failure(
    `The service was not ready after ${READY_SECONDS} s: ${service.url}/health/ready says what it waits for.`,
  );
}

/** @param {string} url */
async function isReady(url) {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** @param {import('./identity.mjs').KnownProcess | undefined} process */
export const stopService = (process) => end(process, STOP_SECONDS);
