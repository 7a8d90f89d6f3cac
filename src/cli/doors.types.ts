import type { RecordWriter } from './load/writer.types.js';
import type { Terminal } from './terminal.js';

/** What `huella verify` tells. */
export interface Verdict {
  /** Records looked at. */
  readonly records: number;
  /** The first difference in words, without personal values; null when there is none. */
  readonly difference: string | null;
}

/** The ways from a command to the service, so that a test can put something else behind them. */
export interface Doors {
  /** Throws `CommandError` when there is no database or it does not answer. */
  readonly openWriter: (terminal: Terminal) => Promise<RecordWriter>;
  /** Compares everything, or what lies around `sample` random records. Throws like `openWriter`. */
  readonly verify: (terminal: Terminal, sample: number | null) => Promise<Verdict>;
}
