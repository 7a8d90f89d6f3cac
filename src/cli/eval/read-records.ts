import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Mapping } from '../../ingest/mapping/mapping.types.js';
import { openRecords } from '../../ingest/open-records.js';
import type { IncomingRecord } from '../../ingest/record.types.js';
import { UnreadableFile } from '../../ingest/rows/rows.types.js';
import { whyUnreadable } from '../../config/why-unreadable.js';
import { CommandError } from '../terminal.js';

export interface RecordsRead {
  readonly records: readonly IncomingRecord[];
  /** Rows that are no records, for whatever reason but the mapping's `skip`. */
  readonly rejected: number;
  /** Values that the mapping could not read. */
  readonly warnings: number;
}

/** All records of the files at `paths`; throws `CommandError` naming the file that cannot be read. */
export async function readRecords(
  paths: readonly string[],
  mapping: Mapping | null,
  cwd: string,
): Promise<RecordsRead> {
  const records: IncomingRecord[] = [];
  let rejected = 0;
  let warnings = 0;
  for (const path of paths) {
    try {
      for await (const outcome of openRecords(createReadStream(resolve(cwd, path)), mapping)) {
        if (outcome.kind === 'reject') rejected += 1;
        if (outcome.kind !== 'record') continue;
        records.push(outcome.record);
        warnings += outcome.warnings.length;
      }
    } catch (error) {
      throw new CommandError(`${path}: ${error instanceof UnreadableFile ? error.message : whyUnreadable(error)}`);
    }
  }
  return { records, rejected, warnings };
}
