import { InvalidArgumentError, type Command } from 'commander';
import type { Verification } from '../identity/verify/verify.service.js';
import type { Doors } from './doors.types.js';
import { openProgress } from './load/progress.js';
import { count } from './load/tally.js';
import { EXIT, type ExitCode, type Terminal } from './terminal.js';

const HELP = `
Recomputes who is who from the stored evidence, with the function that decided it, and compares the result with the
customers in the graph. Nothing is written or locked; the service may go on working.

Examples
  huella verify                  every customer
  huella verify --sample 1000    1,000 customers picked at random, with what they could be joined to

Exit code: 0 equal, 1 different (the first difference is named) or failed.
Where: NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, or the database that npm start runs.`;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('must be a whole number from 1');
  }
  return value;
}

/** `huella verify` */
export function addVerify(program: Command, terminal: Terminal, doors: Doors, finish: (code: ExitCode) => void): void {
  program
    .command('verify')
    .summary('compare the graph with a recomputation')
    .description('Recomputes the customers from their evidence and compares with the graph.')
    .option('--sample <customers>', 'look only at this many customers, picked at random', wholeNumber)
    .addHelpText('after', HELP)
    .action(async ({ sample }: { sample?: number }) => {
      const progress = openProgress(terminal, null, 'records');
      const onProgress = (_: number, records: number) => progress.update(0, records);
      const found = await doors.verify(terminal, { sample, onProgress });
      for (const line of describe(found)) terminal.out(line);
      finish(found.differences.length === 0 ? EXIT.ok : EXIT.failed);
    });
}

function describe({ customers, records, differences, unsettled, tooLarge }: Verification): string[] {
  const looked = `${count(customers)} customers with ${count(records)} records`;
  const left = tooLarge > 0 ? [`${count(tooLarge)} customers in components too large to walk were left out`] : [];
  if (unsettled > 0) left.push(`${count(unsettled)} customers wait until a component too large to walk is resolved`);
  const [first] = differences;
  if (!first) return [`${looked}: the graph says what the evidence says`, ...left];
  const more = differences.length - 1;
  return [
    `${looked}: the graph differs from its evidence`,
    `${first.kind} ${first.subject} ${first.message}`,
    ...(more > 0 ? [`and ${count(more)} more nearby`] : []),
    ...left,
  ];
}
