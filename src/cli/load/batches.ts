import type { RowProblem } from '../../ingest/record.types.js';

/** What one line of a file became: something to write, a refusal, or nothing. */
export type LineOutcome<Item> = (
  | { readonly kind: 'record'; readonly record: Item; readonly warnings: readonly RowProblem[] }
  | { readonly kind: 'reject'; readonly problem: RowProblem }
  | { readonly kind: 'skip' }
) & { readonly line: number };

/** Consecutive rows of one file. */
export interface Batch<Item> {
  readonly rows: readonly LineOutcome<Item>[];
  /** Rows of the file up to and including these. */
  readonly rowsDone: number;
}

/** Rows in batches of `size`, without the first `skip`, which an earlier run has committed. */
export async function* inBatches<Item>(
  rows: AsyncIterable<LineOutcome<Item>>,
  size: number,
  skip: number,
): AsyncGenerator<Batch<Item>> {
  let rowsDone = 0;
  let batch: LineOutcome<Item>[] = [];
  for await (const row of rows) {
    rowsDone += 1;
    if (rowsDone <= skip) continue;
    batch.push(row);
    if (batch.length < size) continue;
    yield { rows: batch, rowsDone };
    batch = [];
  }
  if (batch.length > 0) yield { rows: batch, rowsDone };
}

/** The same items, the next one being made while the consumer works on this one; never more than one ahead. */
export async function* oneAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    for (;;) {
      const current = await next;
      if (current.done) return;
      next = iterator.next();
      // A fault while reading ahead is thrown when its turn comes, not as an unhandled rejection.
      next.catch(() => undefined);
      yield current.value;
    }
  } finally {
    await iterator.return?.();
  }
}
