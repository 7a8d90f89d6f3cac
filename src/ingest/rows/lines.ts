/** A line of a file by its number (from 1); `text` is null when the line is longer than allowed. */
export interface Line {
  readonly number: number;
  readonly text: string | null;
}

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = '\uFEFF';

/** Collects the bytes of one line and forgets those of a line that grows too long, so that memory stays flat. */
class LineBuffer {
  private pieces: Buffer[] = [];
  private bytes = 0;
  private number = 0;

  constructor(private readonly maxBytes: number) {}

  push(piece: Buffer): void {
    this.bytes += piece.length;
    if (this.bytes > this.maxBytes) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  get isEmpty(): boolean {
    return this.bytes === 0;
  }

  take(): Line {
    this.number += 1;
    const text = this.bytes > this.maxBytes ? null : Buffer.concat(this.pieces).toString('utf8').replace(/\r$/, '');
    this.pieces = [];
    this.bytes = 0;
    return { number: this.number, text: this.number === 1 && text?.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text };
  }
}

/** The lines of a UTF-8 byte stream, split at LF or CRLF; a line above `maxBytes` is passed over without being kept. */
export async function* readLines(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  const buffer = new LineBuffer(maxBytes);
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      buffer.push(chunk.subarray(start, end));
      yield buffer.take();
      start = end + 1;
    }
    buffer.push(chunk.subarray(start));
  }
  if (!buffer.isEmpty) yield buffer.take();
}
