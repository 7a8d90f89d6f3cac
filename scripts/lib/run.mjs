import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { readJson, writeJson } from './files.mjs';
import { end, know } from './identity.mjs';

/** @typedef {{ code: number, stdout: string, output: string }} Outcome output: stdout and stderr; the ends of them */
/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutSeconds?: number, onLine?: (line: string) => void, onStart?: (pid: number) => void }} Options */

const OUTPUT_CHARS = 1_000_000;
const LEFT_OVER_SECONDS = 10;
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end and collects what it prints. A program that cannot be started has code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} options
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env, timeoutSeconds, onLine, onStart } = {}) {
  return new Promise((resolve) => {
    const timeout = timeoutSeconds === undefined ? undefined : timeoutSeconds * 1000;
    const child = spawn(command, args, { cwd, env, timeout, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    if (child.pid !== undefined) onStart?.(child.pid);
    let output = '';
    let stdout = '';
    const take = (/** @type {string} */ text) => (output = (output + text).slice(-OUTPUT_CHARS));
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout = (stdout + text).slice(-OUTPUT_CHARS)));
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
    if (onLine) byLine(child.stdout, onLine);
    child.once('error', (error) => finish(127, `${output}${error.message}\n`));
    child.once('close', (code) => finish(code ?? 1, output));
    const finish = (/** @type {number} */ code, /** @type {string} */ text) => {
      running.delete(child);
      resolve({ code, stdout, output: text });
    };
  });
}

/**
 * Runs a program that talks to the user itself.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, signal?: AbortSignal }} options signal: ends it with SIGTERM
 * @returns {Promise<number>} its exit code
 */
export function runVisibly(command, args, { cwd, env, signal }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    signal?.addEventListener('abort', () => child.kill('SIGTERM'));
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Like `run`, for a program that must not run twice: one that a killed script has left behind is ended first.
 * @param {string} record file that remembers the process
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} options
 * @returns {Promise<Outcome>}
 */
export async function runAlone(record, command, args, options = {}) {
  await end(readJson(record), LEFT_OVER_SECONDS);
  const outcome = await run(command, args, { ...options, onStart: (pid) => writeJson(record, know(pid)) });
  rmSync(record, { force: true });
  return outcome;
}

/** Ends whatever `run` still has under way; for a shutdown. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} onLine
 */
function byLine(stream, onLine) {
  let rest = '';
  stream.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
}

/**
 * The end of a long output, for an error message.
 * @param {string} output
 * @param {number} lines
 * @returns {string}
 */
export function tail(output, lines = 25) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
