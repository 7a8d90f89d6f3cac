import { InvalidArgumentError, type Command } from 'commander';
import type { Doors } from './doors.types.js';
import { count } from './load/tally.js';
import { EXIT, type ExitCode, type Terminal } from './terminal.js';

const HELP = `
Recomputes who is who from the stored evidence with the same function that decided it, and compares with the customers
in the graph. Nothing is written.

Examples
  huella verify                  every record
  huella verify --sample 1000    the customers around 1,000 records picked at random

Exit code: 0 equal, 1 different (the first difference is named) or failed.
Where: NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, or the database that npm start runs.`;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('must be a whole number from 1');
  }
  return value;
}

/** \`huella verify\` */
export function addVerify(program: Command, terminal: Terminal, doors: Doors, finish: (code: ExitCode) => void): void {
  program
    .command('verify')
    .summary('compare the graph with a recomputation')
    .description('Recomputes the customers from their evidence and compares with the graph.')
    .option('--sample <records>', 'look only around this many records, picked at random', wholeNumber)
    .addHelpText('after', HELP)
    .action(async ({ sample }: { sample?: number }) => {
      const { records, difference } = await doors.verify(terminal, sample ?? null);
      if (difference === null) {
        terminal.out(`${count(records)} records checked: the graph says what the evidence says`);
        finish(EXIT.ok);
        return;
      }
      terminal.out(`${count(records)} records checked, and this differs first:`);
      terminal.out(difference);
      finish(EXIT.failed);
    });
}
