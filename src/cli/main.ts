import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { serviceDoors } from './connect.js';
import { run } from './run.js';
import type { ExitCode, Terminal } from './terminal.js';

/** The program of `bin/huella.js`. */
export function main(argv: readonly string[]): Promise<ExitCode> {
  const stopping = new AbortController();
  // The first Ctrl-C ends after the batch at hand; the second one ends at once.
  process.once('SIGINT', () => stopping.abort());
  const terminal: Terminal = {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    isWatched: process.stderr.isTTY,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    home: fileURLToPath(new URL('../..', import.meta.url)),
    clock: systemClock,
    newId,
    signal: stopping.signal,
  };
  return run(argv, terminal, serviceDoors);
}
