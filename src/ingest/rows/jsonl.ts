import { LIMITS } from '../../kernel/limits.js';
import type { Row } from '../mapping/row.js';
import { readLines, type Line } from './lines.js';
import type { InputRow } from './rows.types.js';

/** Rows of a JSON-lines stream, one object a line; blank lines are passed over. */
export async function* readJsonl(chunks: AsyncIterable<Buffer>): AsyncGenerator<InputRow> {
  for await (const line of readLines(chunks, LIMITS.lineBytes)) {
    if (line.text?.trim() === '') continue;
    yield rowOf(line);
  }
}

function rowOf({ number: line, text }: Line): InputRow {
  if (text === null) return refuse(line, 'LINE_TOO_LONG', `longer than ${LIMITS.lineBytes} bytes`);
  // A damaged byte would become U+FFFD silently, and a name or an e-mail would be stored wrong for good.
  if (text.includes('\uFFFD')) return refuse(line, 'INVALID_ENCODING', 'is not UTF-8');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { line, row: value as Row };
    return refuse(line, 'INVALID_JSON', 'is no JSON object');
  } catch {
    // The parser's own message quotes the line.
    return refuse(line, 'INVALID_JSON', 'is no JSON');
  }
}

function refuse(line: number, code: string, message: string): InputRow {
  return { line, problem: { code, field: 'line', message } };
}
