import type { RowProblem } from '../record.types.js';

const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** An instant in epoch milliseconds. A text that is none is a warning that names the field, and counts as missing. */
export function readInstant(
  text: string | undefined,
  field: string,
): { readonly at: number | null; readonly warnings: readonly RowProblem[] } {
  if (text === undefined) return { at: null, warnings: [] };
  const at = RFC3339.test(text) && hasThatDay(text) ? Date.parse(text.replace(' ', 'T').toUpperCase()) : NaN;
  if (!Number.isNaN(at)) return { at, warnings: [] };
  const message = 'was left out: it is not an RFC 3339 instant such as 2026-01-31T10:00:00Z';
  return { at: null, warnings: [{ code: 'INVALID_DATE', field, message }] };
}

/** Date.parse takes 31 February for 3 March. */
function hasThatDay(text: string): boolean {
  const day = new Date(text.slice(0, 10));
  return !Number.isNaN(day.getTime()) && day.getUTCDate() === Number(text.slice(8, 10));
}
