import type { LineOutcome } from '../../ingest/open-records.js';

/** Consecutive rows of one file. */
export interface Batch {
  readonly rows: readonly LineOutcome[];
  /** Rows of the file up to and including these. */
  readonly rowsDone: number;
}

/** Rows in batches of `size`, without the first `skip`, which an earlier run has committed. */
export async function* inBatches(rows: AsyncIterable<LineOutcome>, size: number, skip: number): AsyncGenerator<Batch> {
  let rowsDone = 0;
  let batch: LineOutcome[] = [];
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
