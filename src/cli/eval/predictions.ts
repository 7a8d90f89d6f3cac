import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { splitRecordKey, type RecordKey } from '../../kernel/ids.js';
import { csvLine } from '../csv-line.js';

/** `source,record_id,cluster_id` of every record, one line each; a cluster is named after its first record. */
function* lines(groups: readonly (readonly RecordKey[])[]): Generator<string> {
  yield 'source,record_id,cluster_id\n';
  for (const group of groups) {
    for (const key of group) {
      const { source, recordId } = splitRecordKey(key);
      yield `${csvLine([source, recordId, group[0] ?? ''])}\n`;
    }
  }
}

/** Writes the predictions as CSV to the file at `path`. */
export async function writePredictions(path: string, groups: readonly (readonly RecordKey[])[]): Promise<void> {
  await pipeline(Readable.from(lines(groups)), createWriteStream(path));
}
