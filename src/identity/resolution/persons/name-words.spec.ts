import { describe, expect, test } from '@jest/globals';
import { foldLetters, nameWords, repairMojibake } from './name-words.js';

describe('repairMojibake', () => {
  test.each([
    ['MuÃ±oz', 'Muñoz'],
    ['JosÃ©', 'José'],
    ['MarÃ\u00ada', 'María'],
    ['MarÃa', 'María'],
    ['RaÃºl', 'Raúl'],
    ['NÃšÃ‘EZ', 'NÚÑEZ'],
    ['JoÃ£o ConceiÃ§Ã£o', 'João Conceição'],
    ['AndrÃ‰S', 'AndrÉS'],
    ['João', 'João'],
    ['IRMÃ', 'IRMÃ'],
    ['São Paulo', 'São Paulo'],
    ['Ana', 'Ana'],
  ])('%s -> %s', (text, repaired) => {
    expect(repairMojibake(text)).toBe(repaired);
  });
});

test.each([
  ['ÑANDÚ', 'nandu'],
  ['Straße', 'strasse'],
  ['Łukasz', 'lukasz'],
  ['Søren', 'soren'],
  ['İpek', 'ipek'],
  ['ﬁdel', 'fidel'],
  ['王杰', '王杰'],
  ['Пётр', 'петр'],
])('foldLetters(%s) is %s', (text, folded) => {
  expect(foldLetters(text)).toBe(folded);
});

test.each([
  ["O'Hare D´Angelo", 'ohare dangelo'],
  ['Ana-María (Lupe)', 'ana maria lupe'],
  ['Juan2 3 #Pérez', 'juan perez'],
  ['J0se Mar\ufffda', 'j?se mar?a'],
  ['Mª José M.ª Luz', 'maria jose maria luz'],
  ['\u0000Ana\u200b\t\n', 'ana'],
  ['?? --', ''],
])('nameWords(%j) are %s', (text, words) => {
  expect(
    nameWords(text, 256)
      .map((word) => word.text)
      .join(' '),
  ).toBe(words);
});

test('an initial is told from the connector y or e', () => {
  const initials = (text: string) => nameWords(text, 256).map((word) => word.initial);
  expect(initials('Juan E. Paz')).toEqual([false, true, false]);
  expect(initials('Ortega y Gasset')).toEqual([false, false, false]);
  expect(initials('ORTEGA Y GASSET')).toEqual([false, false, false]);
  expect(initials('JUAN E. PAZ')).toEqual([false, true, false]);
});
