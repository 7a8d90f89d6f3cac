import { describe, expect, test } from '@jest/globals';
import { maskTail } from './mask.js';

describe('maskTail', () => {
  test.each([
    ['GOMA800101MDFXXX09', '***XX09'],
    ['12345678', '***678'],
    ['12345', '***45'],
    ['1234', '***'],
    ['', '***'],
    ['abcdef🎈😀', '***f🎈😀'],
  ])('%s', (value, masked) => expect(maskTail(value)).toBe(masked));
});
