/** The service as `npm start` runs it, in a process of its own, with its event loop watched. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isFree, nextFree } from '../../scripts/lib/ports.mjs';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** What an empty graph is started with: without a circuit breaker, which a customer that grows so fast would trip. */
const POLICY = fileURLToPath(new URL('policy.yaml', import.meta.url));
const WATCH = new URL('event-loop.mjs', import.meta.url).href;
const FIRST_PORT = 3_500;
const READY_SECONDS = 60;

/** @typedef {{ p50: number, p99: number, longest: number, work: number }} Delay milliseconds; work: of the p99 */

export class Service {
  /** @param {import('node:child_process').ChildProcess} child @param {string} url */
  constructor(child, url) {
    this.child = child;
    this.url = url;
  }

  /** Starts it, before the database that the environment names. */
  static async start() {
    const port = await nextFree(FIRST_PORT, isFree);
    const env = { ...process.env, PORT: String(port), LOG_LEVEL: 'warn', HUELLA_POLICY: POLICY };
    const execArgv = ['--import', WATCH, ...(process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean)];
    const service = new Service(fork(MAIN, { env, execArgv }), `http://127.0.0.1:${port}`);
    for (let waited = 0; waited < READY_SECONDS * 10; waited += 1) {
      const ready = await fetch(`${service.url}/health/ready`).catch(() => null);
      if (ready?.ok) return service;
      await pause(100);
    }
    throw new Error('the service did not become ready');
  }

  /**
   * The answer's data. Throws on errors and on refusals.
   * @param {string} query @param {object} [variables] @returns {Promise<any>}
   */
  async ask(query, variables = {}) {
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers, body });
    const { data, errors = [] } = /** @type {any} */ (await response.json());
    const refused = Object.values(data ?? {}).flatMap((each) => each?.userErrors ?? []);
    const problems = [...errors, ...refused].map((each) => each.message);
    if (problems.length > 0) throw new Error(problems.join('; '));
    return data;
  }

  /** How long the event loop let others wait while `work` ran. @param {() => Promise<unknown>} work @returns {Promise<Delay>} */
  async delayDuring(work) {
    this.child.send('begin');
    await work();
    this.child.send('end');
    const [delay] = await once(this.child, 'message');
    return delay;
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}
