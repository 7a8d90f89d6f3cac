import { openRecords } from '../../ingest/open-records.js';
import type { IncomingRecord } from '../../ingest/record.types.js';
import { identify } from '../files.js';
import { readMapping } from '../read-mapping.js';
import { CommandError, type Terminal } from '../terminal.js';
import { jobId, readJob, type Job } from './job.js';
import { STDIN, type ReadLines } from './load-file.js';
import { NO_ROWS } from './tally.js';

export interface LoadOptions {
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly resume?: string;
  readonly rejectFile?: string;
}

/** Everything that can be known before the first record is written. */
export interface Load<Item> {
  readonly job: Job;
  readonly read: ReadLines<Item>;
  /** What the lines are, in the plural. */
  readonly noun: string;
  readonly dryRun: boolean;
  readonly isResumed: boolean;
  /** False where a second run could not go on: standard input, and a dry run has nothing to go on with. */
  readonly keepsJob: boolean;
}

/** Checks files, mapping and job; throws `CommandError` before anything is opened for writing. */
export function prepareLoad(
  files: readonly string[],
  options: LoadOptions,
  terminal: Terminal,
): Promise<Load<IncomingRecord>> {
  return options.resume ? resumed(options.resume, files, options, terminal.cwd) : fresh(files, options, terminal);
}

async function fresh(
  files: readonly string[],
  options: LoadOptions,
  { cwd, newId }: Terminal,
): Promise<Load<IncomingRecord>> {
  if (files.length === 0) throw new CommandError('which file? huella load FILE…, or - for standard input');
  if (files.includes(STDIN) && files.length > 1)
    throw new CommandError('- (standard input) cannot be loaded beside files');
  if (files.some((file) => /\.csv$/i.test(file)) && !options.mapping) {
    throw new CommandError('a CSV file needs --mapping FILE.yaml, which says what its columns mean (docs/mappings.md)');
  }
  const mapping = options.mapping ? await readMapping(options.mapping, cwd) : null;
  const known = files.includes(STDIN) ? [] : files;
  const job: Job = {
    id: jobId(files[0] ?? '', newId()),
    files: await Promise.all(known.map(async (path) => ({ path, ...(await identify(path, cwd)), rowsDone: 0 }))),
    mapping: options.mapping ? { path: options.mapping, ...(await identify(options.mapping, cwd)) } : null,
    rejectFile: options.rejectFile ?? null,
    tally: NO_ROWS,
  };
  const dryRun = options.dryRun ?? false;
  const read: ReadLines<IncomingRecord> = (chunks) => openRecords(chunks, mapping);
  return { job, read, noun: 'records', dryRun, isResumed: false, keepsJob: !dryRun && known.length > 0 };
}

async function resumed(
  id: string,
  files: readonly string[],
  options: LoadOptions,
  cwd: string,
): Promise<Load<IncomingRecord>> {
  if (files.length > 0 || options.mapping || options.dryRun || options.rejectFile) {
    throw new CommandError('--resume JOB stands alone: the job knows its files, mapping and reject file');
  }
  const job = await readJob(id, cwd);
  for (const then of [...job.files, ...(job.mapping ? [job.mapping] : [])]) {
    const now = await identify(then.path, cwd);
    if (now.bytes === then.bytes && now.head === then.head) continue;
    throw new CommandError(`${then.path}: is another file than the one job ${id} was loading; load it anew`);
  }
  const mapping = job.mapping ? await readMapping(job.mapping.path, cwd) : null;
  const read: ReadLines<IncomingRecord> = (chunks) => openRecords(chunks, mapping);
  return { job, read, noun: 'records', dryRun: false, isResumed: true, keepsJob: true };
}
