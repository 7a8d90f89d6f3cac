import { readInstant } from '../../kernel/instants.js';
import type { RowProblem } from '../record.types.js';

/** An instant in epoch milliseconds. A text that is none is a warning that names the field, and counts as missing. */
export function readMoment(
  text: string | undefined,
  field: string,
): { readonly at: number | null; readonly warnings: readonly RowProblem[] } {
  if (text === undefined) return { at: null, warnings: [] };
  const instant = readInstant(text);
  if (instant) return { at: instant.epochMs, warnings: [] };
  const message = 'was left out: it is not an RFC 3339 instant such as 2026-01-31T10:00:00Z';
  return { at: null, warnings: [{ code: 'INVALID_DATE', field, message }] };
}
