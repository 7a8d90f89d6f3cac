import type { Verification, VerifyOptions } from '../identity/verify/verify.service.js';
import type { RecordWriter } from './load/writer.types.js';
import type { Terminal } from './terminal.js';

/** The ways from a command to the service, so that a test can put something else behind them. */
export interface Doors {
  /** Throws `CommandError` when there is no database or it does not answer. */
  readonly openWriter: (terminal: Terminal) => Promise<RecordWriter>;
  /** Compares the graph with a recomputation. Throws like `openWriter`. */
  readonly verify: (terminal: Terminal, options: VerifyOptions) => Promise<Verification>;
}
