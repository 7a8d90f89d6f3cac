/** Longer tokens are not compared letter by letter; `personOf` cuts them at 40. */
const LETTERS_MAX = 64;
const FAR = 255;

/** Rows of the table, kept between calls because this runs for millions of pairs; no call sees another's content. */
const rows: Rows = { before: newRow(), above: newRow(), row: newRow() };

interface Rows {
  /** Two rows up, for transpositions. */
  before: Uint8Array;
  above: Uint8Array;
  row: Uint8Array;
}

/**
 * Letters inserted, deleted, substituted or transposed with their neighbour (optimal string alignment) to turn one token
 * into the other, up to `max` (at most 8); anything beyond is `max + 1`.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max || a.length > LETTERS_MAX || b.length > LETTERS_MAX) return max + 1;
  for (let j = 0; j <= b.length; j += 1) rows.above[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    if (fillRow(a, b, i, max) > max) return max + 1;
    const oldest = rows.before;
    rows.before = rows.above;
    rows.above = rows.row;
    rows.row = oldest;
  }
  return Math.min(rows.above[b.length] ?? FAR, max + 1);
}

/** Fills row `i` within `max` cells of the diagonal and returns its smallest value. */
function fillRow(a: string, b: string, i: number, max: number): number {
  const { row, above, before } = rows;
  const from = Math.max(1, i - max);
  const to = Math.min(b.length, i + max);
  row[from - 1] = from === 1 ? i : FAR - 1;
  if (to < b.length) row[to + 1] = FAR - 1;
  let smallest = row[from - 1] ?? FAR;
  for (let j = from; j <= to; j += 1) {
    const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
    let best = Math.min((above[j] ?? FAR) + 1, (row[j - 1] ?? FAR) + 1, (above[j - 1] ?? FAR) + (same ? 0 : 1));
    if (i > 1 && j > 1 && isTransposed(a, b, i, j)) best = Math.min(best, (before[j - 2] ?? FAR) + 1);
    row[j] = Math.min(best, FAR - 1);
    smallest = Math.min(smallest, best);
  }
  return smallest;
}

function isTransposed(a: string, b: string, i: number, j: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
}

function newRow(): Uint8Array {
  return new Uint8Array(LETTERS_MAX + 2);
}
