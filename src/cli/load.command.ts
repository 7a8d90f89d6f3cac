import type { Command } from 'commander';
import type { Doors } from './doors.types.js';
import { prepareLoad, type LoadOptions } from './load/prepare-load.js';
import { runLoad } from './load/run-load.js';
import type { ExitCode, Terminal } from './terminal.js';

const HELP = `
Every line becomes one source record: written in the API's shape (NDJSON), or read through a mapping.
Records go through the service's own write path, so loading a file twice changes nothing.

Examples
  huella load people.ndjson
  huella load --mapping mappings/opencr.yaml demo/opencr/uganda_data_v21_20201501.csv
  huella load --mapping crm.yaml --dry-run --reject-file rejects.csv crm-2026.csv
  zcat big.ndjson.gz | huella load -
  huella load --resume big-3f21c0          (after a crash or Ctrl-C; the job's name was printed)

Exit code: 0 all taken, 2 some rejected, 1 failed.
Where: NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, or the database that npm start runs.`;

/** \`huella load FILE…\` */
export function addLoad(program: Command, terminal: Terminal, doors: Doors, finish: (code: ExitCode) => void): void {
  program
    .command('load')
    .summary('upsert the records of files')
    .description(
      'Upserts source records from files: NDJSON, or CSV and JSON lines with a mapping; - reads standard input.',
    )
    .argument('[files...]', 'files to load, in this order')
    .option('-m, --mapping <file>', 'YAML that says what the columns mean (docs/mappings.md)')
    .option('--dry-run', 'say what each record by itself would do, and write nothing')
    .option('--resume <job>', 'go on with an interrupted load')
    .option('--reject-file <file>', 'write rejected lines and warnings to this file (.csv, otherwise JSON lines)')
    .addHelpText('after', HELP)
    .action(async (files: string[], options: LoadOptions) => {
      const load = await prepareLoad(files, options, terminal);
      const writer = await doors.openWriter(terminal);
      try {
        finish(await runLoad(load, writer, terminal));
      } finally {
        await writer.close();
      }
    });
}
