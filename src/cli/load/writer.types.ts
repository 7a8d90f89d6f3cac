import type { OutcomeKind } from '../../identity/identity.types.js';
import type { IncomingRecord, RowProblem } from '../../ingest/record.types.js';

export interface WriteResult {
  readonly outcome: OutcomeKind;
  /** Fields that were left out, or why the record was rejected. */
  readonly problems: readonly RowProblem[];
  /** The source or this load is held: the record is stored, and what it adds joins nobody for now. */
  readonly isStopped?: boolean;
}

export interface WriteOptions {
  readonly dryRun: boolean;
  /** Name of the load, which is held by itself when it joins too much. */
  readonly job: string;
}

/** A write path of the service as the command line uses it: one result per record or interaction, in their order. */
export interface Writer<Item> {
  write(items: readonly Item[], options: WriteOptions): Promise<readonly WriteResult[]>;
  close(): Promise<void>;
}

export type RecordWriter = Writer<IncomingRecord>;
