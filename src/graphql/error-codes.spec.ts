import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ERROR_CODES, USER_ERROR_CODES } from './error-codes.js';

const docs = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const [, whole = '', part = ''] = docs.split(/^## /m);

function documented(section: string): string[] {
  return [...section.matchAll(/^\| `([A-Z_]+)`\s+\|/gm)].map((match) => match[1] ?? '').sort();
}

describe('docs/errors.md', () => {
  test('names exactly the codes of whole requests', () => {
    expect(documented(whole)).toEqual(Object.keys(ERROR_CODES).sort());
  });

  test('names exactly the codes of user errors', () => {
    expect(documented(part)).toEqual(Object.keys(USER_ERROR_CODES).sort());
  });

  test.each(Object.entries({ ...ERROR_CODES, ...USER_ERROR_CODES }))('%s means the same in both', (code, meaning) => {
    const start = meaning.split(/[.;]/, 1)[0] ?? '';
    const rows = docs.split('\n').filter((line) => line.startsWith(`| \`${code}\` `));
    expect(rows.some((row) => row.includes(start))).toBe(true);
  });
});
