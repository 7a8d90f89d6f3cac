import type { Agreement } from './person.types.js';

/** Why a birth date is not used: the field, never the value, may be named to the caller. */
export type BirthDateProblem =
  /** Not a date that can be read: neither `YYYY-MM-DD` nor `YYYYMMDD` nor an unambiguous `DD/MM/YYYY`. */
  | 'UNREADABLE_DATE'
  /** Day and month could be either way round, and no order was declared. */
  | 'AMBIGUOUS_DATE'
  /** A day that the calendar does not have, such as 31 February. */
  | 'IMPOSSIBLE_DATE'
  /** A year in which no living or recently deceased person was born, or that lies far ahead. */
  | 'OUT_OF_RANGE'
  /** A date that systems write when they have none. */
  | 'PLACEHOLDER_DATE';

export interface BirthDateReading {
  /** `YYYY-MM-DD`, or null when missing or not usable. */
  readonly date: string | null;
  readonly problem: BirthDateProblem | null;
}

/** Order of the parts of a date with separators; needed only where the value itself leaves it open. */
export type DateOrder = 'DMY' | 'MDY';

/** Defaults of databases, spreadsheets and forms; real births on these days are outnumbered by far. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '0001-01-01',
  '1111-11-11',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1901-01-01',
  '1970-01-01',
  '9999-12-31',
  '9999-01-01',
]);

/** The oldest person on record was born in 1875; sources keep the dead for some decades. */
const YEAR_MIN = 1850;
/** No clock here: a year this far ahead is a typing error whatever today is. */
const YEAR_MAX = 2100;

const MISSING: BirthDateReading = { date: null, problem: null };
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const PARTS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * Reads a birth date: `YYYY-MM-DD` (a time after it is ignored), `YYYYMMDD`, or `DD/MM/YYYY` where the order is declared
 * or only one order is possible. Missing values and partial dates give null; a value that cannot be used says why.
 */
export function readBirthDate(value: unknown, order?: DateOrder): BirthDateReading {
  if (value === undefined || value === null) return MISSING;
  if (typeof value !== 'string') return refuse('UNREADABLE_DATE');
  const text = value.slice(0, 40).trim();
  if (text === '') return MISSING;
  const yearFirst = ISO.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return judge(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const parts = PARTS.exec(text);
  if (!parts) return refuse('UNREADABLE_DATE');
  return judgeParts(Number(parts[1]), Number(parts[2]), Number(parts[3]), order);
}

function judgeParts(first: number, second: number, year: number, order?: DateOrder): BirthDateReading {
  if (order === 'MDY') return judge(year, first, second);
  if (order === 'DMY' || first > 12 || first === second) return judge(year, second, first);
  return second > 12 ? judge(year, first, second) : refuse('AMBIGUOUS_DATE');
}

function judge(year: number, month: number, day: number): BirthDateReading {
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (PLACEHOLDERS.has(date)) return refuse('PLACEHOLDER_DATE');
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return refuse('IMPOSSIBLE_DATE');
  if (year < YEAR_MIN || year > YEAR_MAX) return refuse('OUT_OF_RANGE');
  return { date, problem: null };
}

function refuse(problem: BirthDateProblem): BirthDateReading {
  return { date: null, problem };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Compares two birth dates as `YYYY-MM-DD`. They agree when equal, when one digit differs, when two neighbouring digits
 * changed places, or when day and month did; they are unknown when one is missing; otherwise they contradict.
 */
export function compareBirthDates(a: string | null, b: string | null): Agreement {
  if (a === null || b === null) return 'UNKNOWN';
  if (a === b) return 'AGREE';
  if (a.length !== b.length) return 'CONTRADICT';
  return isOneSlip(a, b) || isDayMonthSwap(a, b) ? 'AGREE' : 'CONTRADICT';
}

/** One character substituted, or two neighbouring digits of one part transposed. */
function isOneSlip(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isDayMonthSwap(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7);
}
