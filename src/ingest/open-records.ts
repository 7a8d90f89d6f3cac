import { readApiRecord } from './api-record.js';
import { applyMapping } from './mapping/apply-mapping.js';
import { columnsOf } from './mapping/columns.js';
import type { Mapping } from './mapping/mapping.types.js';
import type { RowOutcome } from './record.types.js';
import { readCsv } from './rows/csv.js';
import { readJsonl } from './rows/jsonl.js';
import type { InputRow } from './rows/rows.types.js';

/** A row's outcome with the line that it starts on. */
export type LineOutcome = RowOutcome & { readonly line: number };

/** The rows of a stream: CSV or JSON lines as the mapping says, the API's NDJSON without one. */
function rowsOf(chunks: AsyncIterable<Buffer>, mapping: Mapping | null): AsyncIterable<InputRow> {
  if (mapping?.format !== 'csv') return readJsonl(chunks);
  const { encoding, delimiter } = mapping;
  return readCsv(chunks, { encoding, delimiter, columns: columnsOf(mapping) });
}

/**
 * The source records of a stream of bytes, one outcome per row in the order of the file. Memory holds one row. Throws
 * `UnreadableFile` when the file as a whole makes no sense.
 */
export async function* openRecords(
  chunks: AsyncIterable<Buffer>,
  mapping: Mapping | null,
): AsyncGenerator<LineOutcome> {
  for await (const input of rowsOf(chunks, mapping)) {
    if ('problem' in input) {
      yield { kind: 'reject', problem: input.problem, line: input.line };
      continue;
    }
    const outcome = mapping ? applyMapping(mapping, input.row) : readApiRecord(input.row);
    if (outcome.kind === 'record' && input.warnings) {
      yield { ...outcome, warnings: [...input.warnings, ...outcome.warnings], line: input.line };
    } else {
      yield { ...outcome, line: input.line };
    }
  }
}
