import { describe, expect, test } from '@jest/globals';
import { compareBirthDates, readBirthDate } from './birth-date.js';

describe('readBirthDate', () => {
  test.each([
    ['1990-02-28', '1990-02-28'],
    ['19900228', '1990-02-28'],
    [' 1990-2-8 ', '1990-02-08'],
    ['1990-02-28T00:00:00Z', '1990-02-28'],
    ['28/02/1990', '1990-02-28'],
    ['28.02.1990', '1990-02-28'],
    ['02/28/1990', '1990-02-28'],
    ['03/03/1990', '1990-03-03'],
    ['2000-02-29', '2000-02-29'],
  ])('%s is read as %s', (value, date) => {
    expect(readBirthDate(value)).toEqual({ date, problem: null });
  });

  test('a declared order decides what the value leaves open', () => {
    expect(readBirthDate('02/03/1990', 'DMY').date).toBe('1990-03-02');
    expect(readBirthDate('02/03/1990', 'MDY').date).toBe('1990-02-03');
  });

  test.each([
    ['02/03/1990', 'AMBIGUOUS_DATE'],
    ['1990-02-30', 'IMPOSSIBLE_DATE'],
    ['1900-02-29', 'IMPOSSIBLE_DATE'],
    ['1990-13-01', 'IMPOSSIBLE_DATE'],
    ['31/04/1990', 'IMPOSSIBLE_DATE'],
    ['1990-00-10', 'IMPOSSIBLE_DATE'],
    ['2101-01-01', 'OUT_OF_RANGE'],
    ['1349-05-06', 'OUT_OF_RANGE'],
    ['1900-01-01', 'PLACEHOLDER_DATE'],
    ['19010101', 'PLACEHOLDER_DATE'],
    ['01/01/1970', 'PLACEHOLDER_DATE'],
    ['0001-01-01', 'PLACEHOLDER_DATE'],
    ['9999-12-31', 'PLACEHOLDER_DATE'],
    ['1111-11-11', 'PLACEHOLDER_DATE'],
    ['1990', 'UNREADABLE_DATE'],
    ['l9770220', 'UNREADABLE_DATE'],
    ['yesterday', 'UNREADABLE_DATE'],
    [19_900_228, 'UNREADABLE_DATE'],
    [{ year: 1990 }, 'UNREADABLE_DATE'],
  ])('%p is refused: %s', (value, problem) => {
    expect(readBirthDate(value)).toEqual({ date: null, problem });
  });

  test.each([undefined, null, '', '   '])('%p is missing and no problem', (value) => {
    expect(readBirthDate(value)).toEqual({ date: null, problem: null });
  });
});

describe('compareBirthDates', () => {
  test.each<[string | null, string | null, string, string]>([
    ['1990-02-03', '1990-02-03', 'AGREE', 'equal'],
    ['1990-02-03', '1990-03-02', 'AGREE', 'day and month swapped'],
    ['1990-02-03', '1980-02-03', 'AGREE', 'one digit'],
    ['1990-02-13', '1990-02-31', 'AGREE', 'neighbouring digits transposed'],
    ['1939-11-05', '1993-11-05', 'AGREE', 'neighbouring digits of the year transposed'],
    ['1990-02-03', '1991-02-04', 'CONTRADICT', 'two digits'],
    ['1990-02-03', '1991-03-02', 'CONTRADICT', 'swapped and a digit'],
    ['1990-02-03', '1909-02-30', 'CONTRADICT', 'two transpositions'],
    ['1990-02-03', '1962-10-21', 'CONTRADICT', 'another date'],
    ['1990-12-03', '1992-10-03', 'CONTRADICT', 'digits of two parts exchanged'],
    ['1990-02-03', null, 'UNKNOWN', 'one missing'],
    [null, null, 'UNKNOWN', 'both missing'],
  ])('%s and %s: %s (%s)', (a, b, verdict) => {
    expect(compareBirthDates(a, b)).toBe(verdict);
    expect(compareBirthDates(b, a)).toBe(verdict);
  });
});
