import type { Command } from 'commander';
import { runEval, type EvalOptions } from './eval/run-eval.js';
import { EXIT, type ExitCode, type Terminal } from './terminal.js';

const HELP = `
Resolves the records in memory, with the same functions and policy as the service, and compares the customers with a
truth that somebody labelled. No database is needed and nothing is stored.

The truth is a CSV file: source,record_id,cluster_id; or pairs, left_source,left_record_id,right_source,right_record_id;
or whatever columns the mapping names under truth. Records that a list of clusters does not mention are left out.

Examples
  huella eval --mapping mappings/senzing.yaml --records demo/senzing/*.jsonl --truth demo/senzing/actual_truthset_key.csv
  huella eval --mapping mappings/opencr.yaml --policy policies/opencr.yaml \\
    --records demo/opencr/uganda_data_v21_20201501.csv --truth demo/opencr/uganda_data_v21_20201501_true_links.csv
  huella eval --records mine.ndjson --truth truth.csv --out predictions.csv

Precision: of the pairs that were joined, how many belong together. Recall: of those that belong together, how many were
joined. B-cubed is the same seen from each record, so that one big customer does not outweigh many small ones.`;

/** \`huella eval\` */
export function addEval(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('eval')
    .summary('measure the resolution of labelled records')
    .description('Resolves labelled records in memory and prints precision, recall and F1 as JSON.')
    .requiredOption('-r, --records <files...>', 'files of records: NDJSON, or CSV and JSON lines with --mapping')
    .requiredOption('-t, --truth <file>', 'CSV that says which records are one person')
    .option('-m, --mapping <file>', 'YAML that says what the columns mean (docs/mappings.md)')
    .option('-p, --policy <file>', 'YAML with another policy; the default policy is measured beside it')
    .option('-o, --out <file>', 'write source,record_id,cluster_id of every record')
    .addHelpText('after', HELP)
    .action(async (options: EvalOptions) => {
      await runEval(options, terminal);
      finish(EXIT.ok);
    });
}
