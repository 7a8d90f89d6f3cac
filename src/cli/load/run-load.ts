import { resolve } from 'node:path';
import { CommandError, EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { removeJob, saveJob, type Job, type JobFile } from './job.js';
import { loadFile, STDIN, type BatchDone } from './load-file.js';
import type { Load } from './prepare-load.js';
import { openProgress, type Progress } from './progress.js';
import { RejectFile, type Complaint } from './reject-file.js';
import { add, count, describeStopped, describeTally } from './tally.js';
import type { Writer } from './writer.types.js';

/** Complaints shown where there is no file for them; enough to see what is wrong with a source. */
const COMPLAINTS_SHOWN = 5;

/** One run of the command: what has been done of the job, and where it is told. */
interface Run<Item> {
  readonly load: Load<Item>;
  readonly writer: Writer<Item>;
  readonly terminal: Terminal;
  readonly rejects: RejectFile | null;
  readonly progress: Progress;
  readonly shown: Complaint[];
  job: Job;
}

/** Writes what `load` says and reports it. Throws `CommandError` when it cannot go on; what was written stays. */
export async function runLoad<Item>(load: Load<Item>, writer: Writer<Item>, terminal: Terminal): Promise<ExitCode> {
  const { job } = load;
  const rejects = job.rejectFile ? await RejectFile.open(resolve(terminal.cwd, job.rejectFile), load.isResumed) : null;
  const totalBytes = job.files.length > 0 ? job.files.reduce((sum, { bytes }) => sum + bytes, 0) : null;
  const progress = openProgress(terminal, totalBytes, load.noun);
  const run: Run<Item> = { load, writer, terminal, rejects, progress, shown: [], job };
  const started = terminal.clock.now().getTime();
  try {
    await writeFiles(run);
  } catch (error) {
    progress.stop();
    sayHowToGoOn(run);
    throw error;
  } finally {
    progress.stop();
    await rejects?.close();
  }
  if (load.keepsJob) await removeJob(job.id, terminal.cwd);
  report(run, (terminal.clock.now().getTime() - started) / 1000);
  return run.job.tally.outcomes.REJECTED ? EXIT.someRejected : EXIT.ok;
}

async function writeFiles<Item>(run: Run<Item>): Promise<void> {
  const standardInput: JobFile = { path: STDIN, bytes: 0, head: '', rowsDone: 0 };
  const files = run.job.files.length > 0 ? run.job.files : [standardInput];
  let bytesBefore = 0;
  for (const [at, { path, bytes, rowsDone }] of files.entries()) {
    const { read, dryRun } = run.load;
    const options = { path, read, dryRun, job: run.job.id, rowsDone };
    for await (const done of loadFile(options, run.writer, run.terminal)) {
      await keep(run, at, done);
      run.progress.update(bytesBefore + done.bytesRead, run.job.tally.rows);
      if (run.terminal.signal.aborted) throw new CommandError('stopped');
    }
    bytesBefore += bytes;
  }
}

/** Notes that a batch is committed. A crash before the last line costs its rows a second, harmless, writing. */
async function keep<Item>(run: Run<Item>, fileAt: number, done: BatchDone): Promise<void> {
  await run.rejects?.write(done.complaints);
  run.shown.push(...done.complaints.slice(0, COMPLAINTS_SHOWN - run.shown.length));
  const files = run.job.files.map((file, at) => (at === fileAt ? { ...file, rowsDone: done.rowsDone } : file));
  run.job = { ...run.job, files, tally: add(run.job.tally, done.tally) };
  if (run.load.keepsJob) await saveJob(run.job, run.terminal.cwd);
}

function sayHowToGoOn<Item>({ load, job, terminal }: Run<Item>): void {
  if (load.dryRun || job.tally.rows === 0) return;
  const stored = `${count(job.tally.rows)} ${load.noun} are stored`;
  const next = load.keepsJob ? `go on with: huella load --resume ${job.id}` : 'loading them again does no harm';
  terminal.err(`${stored}; ${next}`);
}

function report<Item>({ load, job, shown, terminal }: Run<Item>, seconds: number): void {
  for (const { kind, file, line, field, message, code } of load.job.rejectFile ? [] : shown) {
    terminal.err(`${file}:${line}: ${kind.toLowerCase()}: ${field} ${message} (${code})`);
  }
  const complaints = (job.tally.outcomes.REJECTED ?? 0) + job.tally.warnings;
  const hidden = complaints - shown.length;
  if (hidden > 0 && !load.job.rejectFile) terminal.err(`and ${count(hidden)} more; --reject-file F keeps them all`);
  const rowsNow = job.tally.rows - load.job.tally.rows;
  if (job.tally.stopped) terminal.err(describeStopped(job.tally.stopped, load.dryRun));
  for (const line of describeTally(job.tally, rowsNow, seconds, load.dryRun, load.noun)) terminal.out(line);
}
