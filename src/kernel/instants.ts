/** A moment as it was written. */
export interface Instant {
  readonly epochMs: number;
  /** Nanoseconds within its second, 0 to 999,999,999. */
  readonly nanos: number;
}

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;

/**
 * Reads an RFC 3339 text. Null on anything else: a date alone, a missing offset, 30 February, the year 0, hour 24, a
 * leap second (which an ECMAScript date cannot hold).
 */
export function readInstant(text: string): Instant | null {
  const match = RFC_3339.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, , offsetHour = 0, offsetMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isDay = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDay || hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return null;
  const fraction = match[7] ?? '';
  return { epochMs: Date.parse(text.replace(' ', 'T').toUpperCase()), nanos: Number(fraction.padEnd(9, '0')) };
}

/** The calendar repeats after 400 years; Date.UTC takes years below 100 for those of the 20th century. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
