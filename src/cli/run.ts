import { Command, CommanderError } from 'commander';
import type { Doors } from './doors.types.js';
import { addEval } from './eval.command.js';
import { addLoad } from './load.command.js';
import { addLoadInteractions } from './load-interactions.command.js';
import { addPolicy } from './policy.command.js';
import { CommandError, EXIT, type ExitCode, type Terminal } from './terminal.js';
import { addVerify } from './verify.command.js';

const HELP = `
First steps
  npm start                                a service with demo data; leave it running
  npx huella load people.ndjson            more records into it
  npx huella verify                        is every customer what its records say?
  npx huella policy diff my-policy.yaml    whom would other rules change?

huella COMMAND --help explains each with examples.`;

/** Runs one command line and answers its exit code. Never throws: mistakes are told in one line. */
export async function run(argv: readonly string[], terminal: Terminal, doors: Doors): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const finish = (end: ExitCode) => (code = end);
  const program = new Command('huella')
    .description('Identity resolution from a terminal: load source records, measure the result, verify the graph.')
    .addHelpText('after', HELP)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  addLoad(program, terminal, doors, finish);
  addLoadInteractions(program, terminal, doors, finish);
  addEval(program, terminal, finish);
  addVerify(program, terminal, doors, finish);
  addPolicy(program, terminal, doors, finish);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has told its own mistakes already; --help and --version are no mistakes.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.failed;
    terminal.err(`huella: ${error instanceof CommandError ? error.message : unexpected(error)}`);
    return EXIT.failed;
  }
}

/** A fault of huella or of its surroundings. The message may hold values that were being written, so only its kind is told. */
function unexpected(error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? (/\n\s+at .*/.exec(error.stack ?? '')?.[0].trim() ?? '') : '';
  return `unexpected ${kind} ${place}; please report it`;
}
