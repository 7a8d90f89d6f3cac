import { describe, expect, test } from '@jest/globals';
import { isEmptyValue, isEmptyWord, isRepeated, isSequence } from './placeholder.js';

describe('placeholders', () => {
  test.each(['null', 'N/A', 's/n', 'NO TIENE', 'Sin número', 'não tem', 'undefined', 'none', 'Não informado'])(
    '"%s" is a word for nothing',
    (word) => expect(isEmptyWord(word)).toBe(true),
  );

  test.each(['ana', 'nullify', 'N4', ''])('"%s" is not', (word) => expect(isEmptyWord(word)).toBe(false));

  test('repetition starts at three characters', () => {
    expect(['000', 'XXXXXX', '11', '112', ''].map(isRepeated)).toEqual([true, true, false, false, false]);
  });

  test('sequences run up and down the keyboard', () => {
    expect(['123456789', '987654321', '123456788'].map(isSequence)).toEqual([true, true, false]);
  });

  test.each(['0', '-', '--', '-1', '00000000-0000-0000-0000-000000000000', '99999', 'null', '0-0'])(
    '"%s" is an empty value',
    (value) => expect(isEmptyValue(value)).toBe(true),
  );

  test.each(['17', '123456', '100', '7', '1111', 'A0'])('"%s" is a value', (value) => {
    expect(isEmptyValue(value)).toBe(false);
  });
});
