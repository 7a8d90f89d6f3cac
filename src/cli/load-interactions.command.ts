import type { Command } from 'commander';
import type { Doors } from './doors.types.js';
import { prepareInteractions, type LoadInteractionsOptions } from './load/prepare-interactions.js';
import { runLoad } from './load/run-load.js';
import type { ExitCode, Terminal } from './terminal.js';

const HELP = `
Every line is one interaction in the API's shape (docs/interactions.md). What is recorded never changes, so
loading a file twice, or again after a crash, does no harm.

Examples
  huella load-interactions visits-2026-01.ndjson
  huella load-interactions --dry-run --reject-file rejects.csv orders.ndjson
  zcat visits.ndjson.gz | huella load-interactions -

Exit code: 0 all taken, 2 some rejected, 1 failed.
Where: NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, or the database that npm start runs.`;

/** \`huella load-interactions FILE…\` */
export function addLoadInteractions(
  program: Command,
  terminal: Terminal,
  doors: Doors,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('load-interactions')
    .summary('record the interactions of files')
    .description('Records what happened with customers, from NDJSON files; - reads standard input.')
    .argument('[files...]', 'files to load, in this order')
    .option('--dry-run', 'say what would become of each line, and write nothing')
    .option('--reject-file <file>', 'write rejected lines and warnings to this file (.csv, otherwise JSON lines)')
    .addHelpText('after', HELP)
    .action(async (files: string[], options: LoadInteractionsOptions) => {
      const load = await prepareInteractions(files, options, terminal);
      const writer = await doors.openInteractions(terminal);
      try {
        finish(await runLoad(load, writer, terminal));
      } finally {
        await writer.close();
      }
    });
}
