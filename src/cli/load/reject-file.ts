import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import type { RowProblem } from '../../ingest/record.types.js';
import { csvLine } from '../csv-line.js';

/** One line of the file for people who mend the source: REJECTED rows, and WARNINGs about values that were left out. */
export interface Complaint extends RowProblem {
  readonly kind: 'REJECTED' | 'WARNING';
  readonly file: string;
  readonly line: number;
}

const COLUMNS = ['kind', 'file', 'line', 'code', 'field', 'message'] as const;

/** `complaint` as a line of CSV or of JSON. */
export function formatComplaint(complaint: Complaint, asCsv: boolean): string {
  if (asCsv) return csvLine(COLUMNS.map((column) => complaint[column]));
  return JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, complaint[column]])));
}

/** Where complaints go: CSV when the name ends in `.csv`, JSON lines otherwise. */
export class RejectFile {
  private constructor(
    private readonly stream: WriteStream,
    private readonly asCsv: boolean,
  ) {}

  /** Opens the file; a resumed load goes on at its end. */
  static async open(path: string, append: boolean): Promise<RejectFile> {
    const stream = createWriteStream(path, { flags: append ? 'a' : 'w' });
    await once(stream, 'open');
    const file = new RejectFile(stream, path.toLowerCase().endsWith('.csv'));
    if (file.asCsv && !append) stream.write(`${COLUMNS.join(',')}\n`);
    return file;
  }

  /** Resolves when the stream has room again, so that a file full of mistakes does not pile up in memory. */
  async write(complaints: readonly Complaint[]): Promise<void> {
    if (complaints.length === 0) return;
    const lines = complaints.map((complaint) => formatComplaint(complaint, this.asCsv)).join('\n');
    if (!this.stream.write(`${lines}\n`)) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    this.stream.end();
    await once(this.stream, 'close');
  }
}
