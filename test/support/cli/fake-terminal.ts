import type { Doors } from '../../../src/cli/doors.types.js';
import type { RecordWriter, WriteOptions, WriteResult } from '../../../src/cli/load/writer.types.js';
import { run } from '../../../src/cli/run.js';
import type { ExitCode, Terminal } from '../../../src/cli/terminal.js';
import type { IncomingRecord } from '../../../src/ingest/record.types.js';

/** A command line with captured output and whatever stands behind its doors. */
export interface Shell {
  readonly out: string[];
  readonly err: string[];
  readonly terminal: Terminal;
  /** Runs `huella …argv`. */
  run(...argv: string[]): Promise<ExitCode>;
}

/** A shell in `cwd`; its clock stands still and its ids count up. */
export function openShell(cwd: string, doors: Doors, changes: Partial<Terminal> = {}): Shell {
  const out: string[] = [];
  const err: string[] = [];
  let ids = 0;
  async function* nothing(): AsyncGenerator<Buffer> {}
  const terminal: Terminal = {
    out: (line) => void out.push(...line.split('\n')),
    err: (line) => void err.push(...line.split('\n')),
    isWatched: false,
    stdin: nothing(),
    env: {},
    cwd,
    home: cwd,
    clock: { now: () => new Date('2026-01-31T10:00:00Z') },
    newId: () => `id-${String((ids += 1)).padStart(6, '0')}`,
    signal: new AbortController().signal,
    ...changes,
  };
  return { out, err, terminal, run: (...argv) => run(argv, terminal, doors) };
}

/** A write path that keeps records in memory: a key is CREATED the first time and UNCHANGED when it comes again. */
export class MemoryWriter implements RecordWriter {
  readonly batches: (readonly IncomingRecord[])[] = [];
  readonly keys = new Set<string>();
  isClosed = false;
  /** The load that is held. */
  heldJob = '';

  /** `failAt`: the number of the batch, from 1, that fails. */
  constructor(private failAt = 0) {}

  write(records: readonly IncomingRecord[], { dryRun, job }: WriteOptions): Promise<readonly WriteResult[]> {
    if (this.failAt > 0 && this.batches.length + 1 === this.failAt) {
      this.failAt = 0;
      return Promise.reject(new Error('secret value in a fault of the database'));
    }
    this.batches.push(records);
    const results = records.map(({ source, recordId, identifiers }): WriteResult => {
      const key = `${source}|${recordId}`;
      if (recordId === 'bad') {
        return {
          outcome: 'REJECTED',
          problems: [{ code: 'INVALID_VERSION', field: 'sourceVersion', message: 'is no version' }],
        };
      }
      const outcome = this.keys.has(key) ? 'UNCHANGED' : 'CREATED';
      if (!dryRun) this.keys.add(key);
      const isWrong = identifiers.some(({ value }) => value === 'wrong');
      const warning = { code: 'INVALID_VALUE', field: 'identifiers[0].value', message: 'is no phone number' };
      return { outcome, problems: isWrong ? [warning] : [], isStopped: job === this.heldJob };
    });
    return Promise.resolve(results);
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

/** Doors with `writer` behind them. */
export function doorsTo(writer: RecordWriter): Doors {
  return {
    openWriter: () => Promise.resolve(writer),
    openInteractions: () => Promise.reject(new Error('no interactions here')),
    openPolicies: () => Promise.reject(new Error('no policies here')),
    verify: () => Promise.resolve({ customers: 0, records: 0, differences: [], unsettled: 0, tooLarge: 0 }),
  };
}
