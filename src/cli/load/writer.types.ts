import type { IncomingRecord, RowProblem } from '../../ingest/record.types.js';

/** What became of a record; the names of the API. */
export const OUTCOMES = ['CREATED', 'ATTACHED', 'MERGED', 'SPLIT', 'MOVED', 'UNCHANGED', 'STALE', 'REJECTED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface WriteResult {
  readonly outcome: Outcome;
  /** Fields that were left out, or why the record was rejected. */
  readonly problems: readonly RowProblem[];
}

/** The service's write path as the command line uses it: one result per record, in their order. */
export interface RecordWriter {
  write(records: readonly IncomingRecord[], dryRun: boolean): Promise<readonly WriteResult[]>;
  close(): Promise<void>;
}
