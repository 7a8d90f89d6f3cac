import { describe, expect, test } from '@jest/globals';
import { fullYear, isDateFormat, readDate, readInstant, readIsoInstant } from './dates.js';

describe('readDate', () => {
  test.each([
    ['19671207', ['YYYYMMDD'], '1967-12-07'],
    ['3/1/1970', ['M/D/YYYY'], '1970-03-01'],
    ['3/1/70', ['M/D/YYYY', 'M/D/YY'], '1970-03-01'],
    ['20/8/1991', ['M/D/YYYY', 'D/M/YYYY'], '1991-08-20'],
    ['11/12/1978', ['M/D/YYYY', 'D/M/YYYY'], '1978-11-12'],
    ['Mar 1 1970', ['MMM D YYYY'], '1970-03-01'],
    ['15-Mar-92', ['D-MMM-YY'], '1992-03-15'],
    ['3 de agosto de 1985', ['D de MMM de YYYY'], '1985-08-03'],
    ['1 dez. 2001', ['D MMM YYYY'], '2001-12-01'],
    ['29.02.2000', ['DD.MM.YYYY'], '2000-02-29'],
  ])('reads %s by %j', (text, formats, expected) => {
    expect(readDate(text, formats, 1930)).toBe(expected);
  });

  test.each([
    ['1956 720', ['YYYYMMDD']],
    ['1g810213', ['YYYYMMDD']],
    ['2001-02-29', ['YYYY-MM-DD']],
    ['13/13/1990', ['M/D/YYYY', 'D/M/YYYY']],
    ['1/2/1990 ', ['M/D/YYYY']],
    ['0000-01-01', ['YYYY-MM-DD']],
    ['1 xyz 2001', ['D MMM YYYY']],
    ['29x02x2000', ['DD.MM.YYYY']],
  ])('leaves %s alone by %j', (text, formats) => {
    expect(readDate(text, formats, 1930)).toBeNull();
  });

  test('two digits fall into the hundred years that start where the mapping says', () => {
    expect([29, 30, 99, 0].map((year) => fullYear(year, 1930))).toEqual([2029, 1930, 1999, 2000]);
    expect(fullYear(5, 2000)).toBe(2005);
  });
});

describe('isDateFormat', () => {
  test('needs a year, a month and a day, each once', () => {
    const judged = ['YYYY-MM-DD', 'M/D/YY', 'YYYY-MM', 'DD/DD/YYYY', 'YYYY-MM-DD HH:mm:ss', 'HH:HH YYYYMMDD'].map(
      isDateFormat,
    );
    expect(judged).toEqual([true, true, false, false, true, false]);
  });
});

describe('readInstant', () => {
  test.each([
    ['2026-01-31T10:00:00Z', ['iso'], '2026-01-31T10:00:00.000Z'],
    ['2026-01-31 10:00:00.5-06:00', ['iso'], '2026-01-31T16:00:00.500Z'],
    ['1767225600', ['epoch-seconds'], '2026-01-01T00:00:00.000Z'],
    ['1767225600123', ['epoch-millis'], '2026-01-01T00:00:00.123Z'],
    ['00017', ['number', 'iso'], '00017'],
    ['31/01/2026 23:30', ['DD/MM/YYYY HH:mm'], '2026-02-01T05:30:00.000Z'],
  ])('reads %s by %j', (text, formats, expected) => {
    expect(readInstant(text, formats, '-06:00', 1930)).toBe(expected);
  });

  test('refuses what is no moment', () => {
    const texts = ['2026-02-30T10:00:00Z', '2026-01-31', 'yesterday', '2026-01-31T25:00:00Z'];
    expect(texts.map(readIsoInstant)).toEqual([null, null, null, null]);
    expect(readInstant('31/01/2026 24:30', ['DD/MM/YYYY HH:mm'], '+00:00', 1930)).toBeNull();
    expect(readInstant('-5', ['number', 'epoch-seconds'], '+00:00', 1930)).toBeNull();
  });
});
