function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Cells as one line of CSV (RFC 4180), without line break. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(cell).join(',');
}
