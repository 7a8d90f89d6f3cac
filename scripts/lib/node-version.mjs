/**
 * Whether a Node.js version satisfies the project's `engines` range, which has the form ">=20.19".
 * @param {string} version such as "20.20.2"
 * @param {string} range
 * @returns {boolean}
 */
export function satisfies(version, range) {
  const wanted = numbers(range.replace(/^>=\s*/, ''));
  const found = numbers(version);
  for (const [index, want] of wanted.entries()) {
    const have = found[index] ?? 0;
    if (have !== want) return have > want;
  }
  return true;
}

/** @param {string} version */
const numbers = (version) => version.split('.').map(Number);
