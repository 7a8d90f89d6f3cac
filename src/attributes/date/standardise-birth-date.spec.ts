import { describe, expect, test } from '@jest/globals';
import { standardiseBirthDate } from './standardise-birth-date.js';

describe('dates of each country', () => {
  test.each([
    ['MX', '28/02/1990', '1990-02-28'],
    ['MX', '28 de febrero de 1990', '1990-02-28'],
    ['MX', '28-FEB-90', '1990-02-28'],
    ['BR', '28/02/1990', '1990-02-28'],
    ['BR', '1º de março de 1985', '1985-03-01'],
    ['BR', '12 dez 1985', '1985-12-12'],
    ['AR', '3/4/1962', '1962-04-03'],
    ['AR', '03.04.62', '1962-04-03'],
    ['CO', '1990-02-28T00:00:00Z', '1990-02-28'],
    ['CO', '19900228', '1990-02-28'],
    ['CL', '28-02-1990', '1990-02-28'],
    ['PE', '28.02.1990', '1990-02-28'],
    ['PE', '15 de setiembre de 1971', '1971-09-15'],
    ['EC', '1990/02/28', '1990-02-28'],
    ['UY', '28 02 1990', '1990-02-28'],
    ['ES', 'miércoles, 28 de febrero de 1990', '1990-02-28'],
    ['ES', '28021990', '1990-02-28'],
    ['US', '03/04/1962', '1962-03-04'],
    ['US', 'March 4th, 1962', '1962-03-04'],
    ['MX', '19900228120000', '1990-02-28'],
  ])('%s: %s', (country, raw, value) => {
    expect(standardiseBirthDate(raw, { country })).toMatchObject({ value, precision: 'DAY', raw, problem: null });
    expect(standardiseBirthDate(value)).toMatchObject({ value, ambiguous: false });
  });
});

describe('day and month', () => {
  test('are marked where the country alone tells them apart', () => {
    expect(standardiseBirthDate('03/04/1962', { country: 'AR' })).toMatchObject({
      value: '1962-04-03',
      ambiguous: true,
      candidates: ['1962-03-04', '1962-04-03'],
    });
    expect(standardiseBirthDate('13/04/1962', { country: 'AR' }).ambiguous).toBe(false);
    expect(standardiseBirthDate('04/04/1962', { country: 'AR' }).ambiguous).toBe(false);
  });

  test('are refused where nothing tells them apart', () => {
    const read = standardiseBirthDate('03/04/1962');
    expect(read).toMatchObject({ value: null, problem: 'AMBIGUOUS_DATE', candidates: ['1962-03-04', '1962-04-03'] });
  });

  test('follow the order that the source declares', () => {
    expect(standardiseBirthDate('03/04/1962', { country: 'AR', order: 'MDY' }).value).toBe('1962-03-04');
  });
});

describe('years of two digits', () => {
  test('are the latest that is not after the source knew it', () => {
    expect(standardiseBirthDate('05/06/25', { country: 'MX', knownOn: '2026-01-31' }).value).toBe('2025-06-05');
    expect(standardiseBirthDate('05/06/27', { country: 'MX', knownOn: '2026-01-31' }).value).toBe('1927-06-05');
  });
});

describe('parts of a date', () => {
  test.each([
    ['1990-02', '1990-02', 'MONTH'],
    ['02/1990', '1990-02', 'MONTH'],
    ['febrero de 1990', '1990-02', 'MONTH'],
    ['1990', '1990', 'YEAR'],
    [1990, '1990', 'YEAR'],
  ])('%s', (raw, value, precision) => {
    expect(standardiseBirthDate(raw)).toMatchObject({ value, precision, raw });
  });
});

describe('wrong input', () => {
  test.each([
    ['1900-01-01', 'PLACEHOLDER_DATE'],
    ['01/01/1900', 'PLACEHOLDER_DATE'],
    ['1970-01-01', 'PLACEHOLDER_DATE'],
    ['1900', 'PLACEHOLDER_DATE'],
    ['31/02/1990', 'IMPOSSIBLE_DATE'],
    ['1990-13-01', 'IMPOSSIBLE_DATE'],
    ['00000000', 'IMPOSSIBLE_DATE'],
    ['31 de foo de 1990', 'IMPOSSIBLE_DATE'],
    ['1790-02-28', 'OUT_OF_RANGE'],
    ['2026-02-01', 'FUTURE_DATE'],
    ['2027', 'FUTURE_DATE'],
    ['N/A', 'UNREADABLE_DATE'],
    ['1.234', 'UNREADABLE_DATE'],
    [{}, 'UNREADABLE_DATE'],
    [null, 'UNREADABLE_DATE'],
    ['1990-02-28'.repeat(1_000), 'UNREADABLE_DATE'],
  ])('%j has no value: %s', (raw, problem) => {
    const read = standardiseBirthDate(raw, { country: 'MX', knownOn: '2026-01-31' });
    expect(read).toEqual({ value: null, precision: null, ambiguous: false, candidates: [], raw, problem });
  });

  test('a child that is born on the day is no problem', () => {
    expect(standardiseBirthDate('2026-01-31', { knownOn: '2026-01-31' }).value).toBe('2026-01-31');
  });
});
