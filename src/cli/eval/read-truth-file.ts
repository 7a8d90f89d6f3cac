import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { readTruth, truthRule, UnreadableTruth, type Truth } from '../../evaluation/truth.js';
import type { Mapping } from '../../ingest/mapping/mapping.types.js';
import type { Row } from '../../ingest/mapping/row.js';
import { readCsv } from '../../ingest/rows/csv.js';
import { UnreadableFile } from '../../ingest/rows/rows.types.js';
import { whyUnreadable } from '../../config/why-unreadable.js';
import { CommandError } from '../terminal.js';

/** The truth in the CSV file at `path`, laid out as `mapping` says or in a known way; throws `CommandError`. */
export async function readTruthFile(path: string, mapping: Mapping | null, cwd: string): Promise<Truth> {
  try {
    const rows: { line: number; row: Row }[] = [];
    for await (const input of readCsv(createReadStream(resolve(cwd, path)), {
      encoding: 'utf-8',
      delimiter: ',',
      columns: [],
    })) {
      if ('problem' in input) throw new CommandError(`${path}:${input.line}: ${input.problem.message}`);
      rows.push(input);
    }
    const rule = truthRule(Object.keys(rows[0]?.row ?? {}), mapping?.truth);
    return readTruth(rows, rule, mapping?.source.constant ?? null);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (error instanceof UnreadableTruth || error instanceof UnreadableFile)
      throw new CommandError(`${path}: ${error.message}`);
    throw new CommandError(`${path}: ${whyUnreadable(error)}`);
  }
}
