import type { OutcomeKind } from '../../identity/identity.types.js';
import type { IncomingRecord, RowProblem } from '../../ingest/record.types.js';

export interface WriteResult {
  readonly outcome: OutcomeKind;
  /** Fields that were left out, or why the record was rejected. */
  readonly problems: readonly RowProblem[];
}

/** The service's write path as the command line uses it: one result per record, in their order. */
export interface RecordWriter {
  write(records: readonly IncomingRecord[], dryRun: boolean): Promise<readonly WriteResult[]>;
  close(): Promise<void>;
}
