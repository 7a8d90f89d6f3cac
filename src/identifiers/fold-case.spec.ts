import { expect, test } from '@jest/globals';
import { lowerCase } from './fold-case.js';

test('every character of Unicode settles', () => {
  const unsettled: number[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const folded = lowerCase(String.fromCodePoint(point));
    if (lowerCase(folded) !== folded || folded.normalize('NFC') !== folded) unsettled.push(point);
  }
  expect(unsettled).toEqual([]);
});

test.each([
  ['ANA', 'ana'],
  ['JOSE\u0301', 'josé'],
  ['ÑANDÚ', 'ñandú'],
  ['\u{10400}', '\u{10428}'],
])('%s', (text, folded) => expect(lowerCase(text)).toBe(folded));
