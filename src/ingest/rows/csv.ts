import { Readable } from 'node:stream';
import { TextDecoderStream } from 'node:stream/web';
import { CsvError, parse, type InfoRecord } from 'csv-parse';
import { LIMITS } from '../../kernel/limits.js';
import type { RowProblem } from '../record.types.js';
import { UnreadableFile, type InputRow } from './rows.types.js';

export interface CsvShape {
  readonly encoding: string;
  readonly delimiter: string;
  /** Columns that must be in the header. */
  readonly columns: readonly string[];
}

interface Parsed {
  readonly record: Record<string, string>;
  readonly info: InfoRecord;
}

/** Rows of a CSV stream whose first line is its header. Cells are trimmed. Throws `UnreadableFile`. */
export async function* readCsv(chunks: AsyncIterable<Buffer>, shape: CsvShape): AsyncGenerator<InputRow> {
  const parser = parse({
    bom: true,
    columns: (header: string[]) => checkHeader(header, shape.columns),
    delimiter: shape.delimiter,
    info: true,
    trim: true,
    skip_empty_lines: true,
    // A row with too few or too many cells is refused by itself, below.
    relax_column_count: true,
    max_record_size: LIMITS.lineBytes,
  });
  const source = decoded(chunks, shape.encoding);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    let line = 2;
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      yield rowOf(parsed, line);
      line = parsed.info.lines + 1;
    }
  } catch (error) {
    throw translate(error);
  } finally {
    source.destroy();
  }
}

function decoded(chunks: AsyncIterable<Buffer>, encoding: string): Readable {
  if (/^utf-?8$/i.test(encoding)) return Readable.from(chunks, { objectMode: false });
  const web = Readable.toWeb(Readable.from(chunks, { objectMode: false }));
  return Readable.fromWeb(web.pipeThrough(new TextDecoderStream(encoding)));
}

function checkHeader(header: string[], needed: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new UnreadableFile(`has no column ${missing.join(', ')}; it has ${names.join(', ')}`);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new UnreadableFile(`has the column ${twice || '(without name)'} twice`);
  return names;
}

function rowOf({ record, info }: Parsed, line: number): InputRow {
  if (info.error) {
    const message = 'has more or fewer cells than the header; a cell with the delimiter in it needs quotes';
    return { line, problem: { code: 'INVALID_CSV', field: 'line', message } };
  }
  const damaged = Object.entries(record).flatMap(([column, text]) => (text.includes('\uFFFD') ? [column] : []));
  if (damaged.length === 0) return { line, row: record };
  return { line, row: record, warnings: damaged.map(damage) };
}

function damage(column: string): RowProblem {
  const message = `column ${column} is not in the declared encoding; say encoding: windows-1252 in the mapping if it is that`;
  return { code: 'INVALID_ENCODING', field: column, message };
}

/** The parser's faults without the text that they quote. */
function translate(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  return new UnreadableFile(`is no CSV that can be read${line} (${error.code}): look for an unclosed quote there`);
}
