import type { Row } from '../mapping/row.js';
import type { RowProblem } from '../record.types.js';

/** A row of a file with the line that it starts on, or why the line is none. */
export type InputRow =
  | { readonly line: number; readonly row: Row; readonly warnings?: readonly RowProblem[] }
  | { readonly line: number; readonly problem: RowProblem };

/** The file as a whole cannot be read; the message names what is wrong, not where the file is. */
export class UnreadableFile extends Error {}
