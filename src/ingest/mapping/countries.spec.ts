import { expect, test } from '@jest/globals';
import { countryCode } from './countries.js';

test.each([
  ['MX', 'MX'],
  ['mex', 'MX'],
  ['México', 'MX'],
  ['BRASIL', 'BR'],
  ['Brazil', 'BR'],
  ['Alemania', 'DE'],
  ['Germany', 'DE'],
  ['Países Baixos', 'NL'],
  ['USA', 'US'],
  ['Estados  Unidos', 'US'],
  ['Hong Kong', 'HK'],
  ['CAN', 'CA'],
])('%s is %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});

test('what is no country stays none', () => {
  expect(['', 'Atlantis', 'XX', 'Germ'].map(countryCode)).toEqual([null, null, null, null]);
});

test('every alpha-2 code is itself, whatever some other country is called', () => {
  const codes = ['DO', 'IN', 'IS', 'NO', 'CH', 'CL', 'CO', 'PA'];
  expect(codes.map(countryCode)).toEqual(codes);
});
