/**
 * The table of docs/ARCHITECTURE.md that names the module that writes each label: the first Markdown table whose
 * first two headings are "label" and "written by". Several labels may share a row, separated by commas. {} when there
 * is no such table.
 */
export function labelTable(markdown) {
  const rows = markdown.split('\n').map(cellsOf);
  const heading = rows.findIndex(([first, second]) => /^label/i.test(first ?? '') && /^written by/i.test(second ?? ''));
  if (heading === -1) return {};
  const body = rows.slice(heading + 2);
  const end = body.findIndex((cells) => cells.length < 2);
  const entries = body.slice(0, end === -1 ? undefined : end).flatMap(([labels = '', module = '']) => {
    return labels.split(',').map((label) => [label.trim(), module]);
  });
  return Object.fromEntries(entries);
}
function cellsOf(line) {
  if (!line.trim().startsWith('|')) return [];
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.replaceAll('`', '').trim());
}
//# sourceMappingURL=label-table.js.map
