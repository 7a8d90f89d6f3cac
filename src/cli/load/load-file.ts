import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { UnreadableFile } from '../../ingest/rows/rows.types.js';
import { LIMITS } from '../../kernel/limits.js';
import { whyUnreadable } from '../../config/why-unreadable.js';
import { CommandError, type Terminal } from '../terminal.js';
import { inBatches, oneAhead, type Batch, type LineOutcome } from './batches.js';
import type { Complaint } from './reject-file.js';
import { NO_ROWS, type Tally } from './tally.js';
import type { Writer, WriteOptions, WriteResult } from './writer.types.js';

/** Standard input instead of a file. */
export const STDIN = '-';

/** Reads the lines of a stream of bytes. Throws `UnreadableFile` when the file as a whole makes no sense. */
export type ReadLines<Item> = (chunks: AsyncIterable<Buffer>) => AsyncIterable<LineOutcome<Item>>;

export interface LoadFileOptions<Item> {
  readonly path: string;
  readonly read: ReadLines<Item>;
  readonly dryRun: boolean;
  /** Name of the load. */
  readonly job: string;
  /** Rows that an earlier run has committed. */
  readonly rowsDone: number;
}

/** What one batch came to. */
export interface BatchDone {
  readonly rowsDone: number;
  readonly bytesRead: number;
  readonly tally: Tally;
  readonly complaints: readonly Complaint[];
}

/**
 * Writes one file batch by batch and reports each batch after it is committed. One batch is written while the next is
 * read, never two at once: records of a source without versions must arrive in the order of the file.
 */
export async function* loadFile<Item>(
  options: LoadFileOptions<Item>,
  writer: Writer<Item>,
  terminal: Terminal,
): AsyncGenerator<BatchDone> {
  const input = openInput(options.path, terminal);
  const rows = options.read(input.chunks);
  const batches = oneAhead(inBatches(rows, LIMITS.recordsPerTransaction, options.rowsDone));
  try {
    for await (const batch of batches) {
      const results = await writeBatch(batch, writer, options);
      const complaints = complaintsOf(batch.rows, results, options.path);
      yield {
        rowsDone: batch.rowsDone,
        bytesRead: input.bytes(),
        tally: tallyOf(batch.rows, results, complaints),
        complaints,
      };
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? new CommandError(`${options.path}: ${error.message}`) : error;
  }
}

/** Results by row; a row that is no record has none. */
type Results = ReadonlyMap<LineOutcome<unknown>, WriteResult>;

async function writeBatch<Item>(
  batch: Batch<Item>,
  writer: Writer<Item>,
  { dryRun, job }: WriteOptions,
): Promise<Results> {
  const taken = batch.rows.flatMap((row) => (row.kind === 'record' ? [row] : []));
  if (taken.length === 0) return new Map();
  const results = await writer.write(
    taken.map(({ record }) => record),
    { dryRun, job },
  );
  if (results.length !== taken.length) throw new Error('the write path answered another number of results');
  return new Map(taken.flatMap((row, at) => (results[at] ? [[row, results[at]]] : [])));
}

function complaintsOf(rows: readonly LineOutcome<unknown>[], results: Results, file: string): Complaint[] {
  return rows.flatMap((row): Complaint[] => {
    const where = { file, line: row.line };
    if (row.kind === 'skip') return [];
    if (row.kind === 'reject') return [{ kind: 'REJECTED', ...where, ...row.problem }];
    const result = results.get(row);
    const kind = result?.outcome === 'REJECTED' ? 'REJECTED' : 'WARNING';
    const warnings = row.warnings.map((problem) => ({ kind: 'WARNING' as const, ...where, ...problem }));
    return [...warnings, ...(result?.problems ?? []).map((problem) => ({ kind, ...where, ...problem }) as const)];
  });
}

function tallyOf(rows: readonly LineOutcome<unknown>[], results: Results, complaints: readonly Complaint[]): Tally {
  const outcomes: Record<string, number> = {};
  const more = (outcome: string) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1);
  let skipped = 0;
  for (const row of rows) {
    if (row.kind === 'skip') skipped += 1;
    else more(results.get(row)?.outcome ?? 'REJECTED');
  }
  const warnings = complaints.filter(({ kind }) => kind === 'WARNING').length;
  const stopped = [...results.values()].filter((each) => each.isStopped).length;
  return { ...NO_ROWS, rows: rows.length, skipped, warnings, outcomes, stopped };
}

/** The bytes of the file or of standard input, and how many have been read. */
function openInput(path: string, terminal: Terminal): { chunks: AsyncIterable<Buffer>; bytes: () => number } {
  let bytes = 0;
  const source =
    path === STDIN ? terminal.stdin : createReadStream(resolve(terminal.cwd, path), { highWaterMark: 262_144 });
  async function* counted(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of source) {
        bytes += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
    } catch (error) {
      throw new CommandError(`${path}: ${whyUnreadable(error)}`);
    }
  }
  return { chunks: counted(), bytes: () => bytes };
}
