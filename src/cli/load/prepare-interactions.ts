import { readJsonl } from '../../ingest/rows/jsonl.js';
import type { InteractionRow } from '../../interactions/interaction.types.js';
import { identify } from '../files.js';
import { CommandError, type Terminal } from '../terminal.js';
import type { LineOutcome } from './batches.js';
import { jobId } from './job.js';
import { STDIN } from './load-file.js';
import type { Load } from './prepare-load.js';
import { NO_ROWS } from './tally.js';

export interface LoadInteractionsOptions {
  readonly dryRun?: boolean;
  readonly rejectFile?: string;
}

/**
 * Checks the files; throws `CommandError` before anything is written. No job is kept: what was recorded stays as it is, so
 * an interrupted load is simply given again.
 */
export async function prepareInteractions(
  files: readonly string[],
  { dryRun = false, rejectFile }: LoadInteractionsOptions,
  { cwd, newId }: Terminal,
): Promise<Load<InteractionRow>> {
  if (files.length === 0) throw new CommandError('which file? huella load-interactions FILE…, or - for standard input');
  if (files.includes(STDIN) && files.length > 1) {
    throw new CommandError('- (standard input) cannot be loaded beside files');
  }
  const known = files.includes(STDIN) ? [] : files;
  const job = {
    id: jobId(files[0] ?? '', newId()),
    files: await Promise.all(known.map(async (path) => ({ path, ...(await identify(path, cwd)), rowsDone: 0 }))),
    mapping: null,
    rejectFile: rejectFile ?? null,
    tally: NO_ROWS,
  };
  return { job, read: readRows, noun: 'interactions', dryRun, isResumed: false, keepsJob: false };
}

/** Lines as they are: the service checks each, as it does for those of the API. */
async function* readRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<LineOutcome<InteractionRow>> {
  for await (const input of readJsonl(chunks)) {
    if ('problem' in input) yield { kind: 'reject', problem: input.problem, line: input.line };
    else yield { kind: 'record', record: input.row, warnings: [], line: input.line };
  }
}
