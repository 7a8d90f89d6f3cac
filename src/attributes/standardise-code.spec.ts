import { expect, test } from '@jest/globals';
import { standardiseCode } from './standardise-code.js';

test.each([
  ['gender', ' f ', 'F'],
  ['gender', 'female', 'female'],
  ['nationality', 'mx', 'MX'],
  ['nationality', 'Mexicana', 'Mexicana'],
  ['language', 'ES_mx', 'es-MX'],
  ['language', 'PT', 'pt'],
  ['language', 'español', 'español'],
  ['employer', '  Acme   SA ', 'Acme SA'],
  ['employer', 'acme', 'acme'],
  ['children', 2, 2],
  ['tags', ['a', 'B '], ['a', 'B ']],
  ['constructor', 'x', 'x'],
])('%s %j', (name, raw, value) => {
  expect(standardiseCode(name, raw)).toEqual(value);
  expect(standardiseCode(name, value)).toEqual(value);
});
