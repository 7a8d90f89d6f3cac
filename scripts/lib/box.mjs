/**
 * A frame of lines around text.
 * @param {string} title
 * @param {readonly string[]} lines
 * @returns {string}
 */
export function box(title, lines) {
  const width = Math.max(title.length + 2, ...lines.map((line) => line.length));
  const top = `╭─ ${title} ${'─'.repeat(Math.max(0, width - title.length - 1))}╮`;
  const body = lines.map((line) => `│ ${line.padEnd(width)} │`);
  return [top, ...body, `╰${'─'.repeat(width + 2)}╯`].join('\n');
}
