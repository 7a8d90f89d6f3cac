import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileIdentity } from '../files.js';
import { CommandError } from '../terminal.js';
import type { Tally } from './tally.js';

/** How far a load has come: written after every batch that the graph has committed. */
export interface Job {
  readonly id: string;
  readonly files: readonly JobFile[];
  readonly mapping: JobMapping | null;
  readonly rejectFile: string | null;
  readonly tally: Tally;
}

export interface JobFile extends FileIdentity {
  readonly path: string;
  /** Rows that are committed; a resumed load passes over them. */
  readonly rowsDone: number;
}

export interface JobMapping extends FileIdentity {
  readonly path: string;
}

/** Relative to the folder that the command runs in. */
const FOLDER = join('.huella', 'jobs');

/** A name that a person can type: the first file's name and the random end of an id. */
export function jobId(firstFile: string, id: string): string {
  const name = basename(firstFile)
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 24);
  return `${name || 'load'}-${id.slice(-6)}`;
}

const pathOf = (cwd: string, id: string) => join(cwd, FOLDER, `${id}.json`);

/** Writes the job so that a crash leaves the old or the new state, never half of one. */
export async function saveJob(job: Job, cwd: string): Promise<void> {
  const path = pathOf(cwd, job.id);
  await mkdir(join(cwd, FOLDER), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(job, null, 2));
  await rename(`${path}.new`, path);
}

/** Forgets a job that is done. */
export async function removeJob(id: string, cwd: string): Promise<void> {
  await rm(pathOf(cwd, id), { force: true });
}

async function jobNames(cwd: string): Promise<string[]> {
  const names = await readdir(join(cwd, FOLDER)).catch(() => [] as string[]);
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
}

/** The job `id`; throws `CommandError` naming those there are. */
export async function readJob(id: string, cwd: string): Promise<Job> {
  const known = await jobNames(cwd);
  if (!known.includes(id)) {
    const others = known.length > 0 ? `there are ${known.join(', ')}` : 'there is none';
    throw new CommandError(`no unfinished job ${id}; ${others} (a load that ends well needs no resuming)`);
  }
  try {
    return JSON.parse(await readFile(pathOf(cwd, id), 'utf8')) as Job;
  } catch {
    throw new CommandError(
      `the job file of ${id} is damaged; load the files again, what is stored already stays as it is`,
    );
  }
}
