import type { Clock } from '../kernel/clock.js';
import type { NewId } from '../kernel/ids.js';

/** What a command knows of the world around it; a test hands in another. */
export interface Terminal {
  /** Writes a line of the answer. */
  readonly out: (line: string) => void;
  /** Writes a line for the person who waits: progress, warnings, errors. */
  readonly err: (line: string) => void;
  /** Whether somebody watches standard error. */
  readonly isWatched: boolean;
  readonly stdin: AsyncIterable<Buffer>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths and jobs are found from. */
  readonly cwd: string;
  /** Folder of huella itself, where `npm start` keeps its state. */
  readonly home: string;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What a command ends with. */
export const EXIT = { ok: 0, failed: 1, someRejected: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A mistake of the caller or of a file, told in one line. It holds no personal value. */
export class CommandError extends Error {}
