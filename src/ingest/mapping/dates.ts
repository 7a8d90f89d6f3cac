/** Dates and moments in the formats of sources. Pure; no clock, no time zone of the machine. */

const MONTHS: Readonly<Record<string, number>> = {
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 },
  // Spanish and Portuguese, where the first three letters differ.
  ...{ ene: 1, abr: 4, ago: 8, set: 9, dic: 12, fev: 2, mai: 5, out: 10, dez: 12 },
};

/** What each token matches. */
const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MMM: '(?<monthName>\\p{L}{3,})\\.?',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
};
/** Longer tokens first, so that MMM is not read as MM and M. */
const TOKEN = /YYYY|YY|MMM|MM|M|DD|D|HH|mm|ss/g;

export interface CalendarTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Whether `format` names a day: a year, a month and a day, each once. */
export function isDateFormat(format: string): boolean {
  const tokens = format.match(TOKEN) ?? [];
  const count = (...names: string[]) => tokens.filter((token) => names.includes(token)).length;
  const once = (...names: string[]) => count(...names) <= 1;
  return (
    count('YYYY', 'YY') === 1 &&
    count('MMM', 'MM', 'M') === 1 &&
    count('DD', 'D') === 1 &&
    once('HH') &&
    once('mm') &&
    once('ss')
  );
}

/** The pattern of a format; the whole text must match. */
function compile(format: string): RegExp {
  const escaped = format.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const pattern = escaped.replace(TOKEN, (token) => TOKENS[token] ?? token);
  return new RegExp(`^${pattern}$`, 'u');
}

const compiled = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = compiled.get(format);
  if (known) return known;
  const made = compile(format);
  compiled.set(format, made);
  return made;
}

/** The year of two digits that falls into the hundred years from `from`: 78 is 1978 and 05 is 2005 with 1930. */
export function fullYear(twoDigits: number, from: number): number {
  const year = from - (from % 100) + twoDigits;
  return year < from ? year + 100 : year;
}

function exists({ year, month, day, hour, minute, second }: CalendarTime): boolean {
  if (hour > 23 || minute > 59 || second > 59 || year < 1 || month < 1 || month > 12) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Reads `text` by `format` (tokens YYYY YY MMM MM M DD D HH mm ss, everything else literal).
 * Null when it does not match or the day does not exist.
 */
export function readCalendarTime(text: string, format: string, twoDigitYearsFrom: number): CalendarTime | null {
  const groups = patternOf(format).exec(text)?.groups;
  if (!groups) return null;
  const number = (name: string) => Number(groups[name] ?? 0);
  const month = groups.monthName ? (MONTHS[groups.monthName.slice(0, 3).toLowerCase()] ?? 0) : number('month');
  const year = groups.shortYear ? fullYear(number('shortYear'), twoDigitYearsFrom) : number('year');
  const time = {
    year,
    month,
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
  return exists(time) ? time : null;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** The day of the first format that fits, as `YYYY-MM-DD`; null when none does. */
export function readDate(text: string, formats: readonly string[], twoDigitYearsFrom: number): string | null {
  for (const format of formats) {
    const time = readCalendarTime(text, format, twoDigitYearsFrom);
    if (time) return `${pad(time.year, 4)}-${pad(time.month, 2)}-${pad(time.day, 2)}`;
  }
  return null;
}

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/;

/** An RFC 3339 instant in UTC with milliseconds; null when it is not one or the day does not exist. */
export function readIsoInstant(text: string): string | null {
  const day = RFC_3339.exec(text)?.[1];
  if (!day || !readDate(day, ['YYYY-MM-DD'], 1930)) return null;
  return toIso(Date.parse(text.replace(' ', 'T').toUpperCase()));
}

function toIso(millis: number): string | null {
  // The range of ECMAScript dates; beyond it toISOString throws.
  return Number.isFinite(millis) && Math.abs(millis) <= 8.64e15 ? new Date(millis).toISOString() : null;
}

/** Reads a moment by one of `formats`; `offset` (`+HH:MM`) places formats that name none. Null when none fits. */
export function readInstant(
  text: string,
  formats: readonly string[],
  offset: string,
  twoDigitYearsFrom: number,
): string | null {
  for (const format of formats) {
    const instant = readOneInstant(text, format, offset, twoDigitYearsFrom);
    if (instant !== null) return instant;
  }
  return null;
}

function readOneInstant(text: string, format: string, offset: string, twoDigitYearsFrom: number): string | null {
  if (format === 'number') return /^\d{1,20}$/.test(text) ? text : null;
  if (format === 'iso') return readIsoInstant(text);
  if (format === 'epoch-seconds') return /^\d{1,12}$/.test(text) ? toIso(Number(text) * 1000) : null;
  if (format === 'epoch-millis') return /^\d{1,15}$/.test(text) ? toIso(Number(text)) : null;
  const time = readCalendarTime(text, format, twoDigitYearsFrom);
  if (!time) return null;
  const { year, month, day, hour, minute, second } = time;
  const local = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}`;
  return toIso(Date.parse(`${local}${offset}`));
}
