import { readBirthDate } from '../../identity/resolution/persons/birth-date.js';
import { foldLetters } from '../../identity/resolution/persons/name-words.js';
import type { DateContext, DatePrecision, DateProblem, StandardDate } from './birth-date.types.js';

/** First three letters of the months in Spanish, Portuguese and English. */
const MONTHS: Readonly<Record<string, number>> = {
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 },
  ...{ ene: 1, abr: 4, ago: 8, set: 9, dic: 12, fev: 2, mai: 5, out: 10, dez: 12 },
};
/** Countries that write the month first. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'PR']);
/** Longer than any date that somebody writes. */
const CHARS_MAX = 60;

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/;
const COMPACT_DAY_FIRST = /^(\d{2})(\d{2})(\d{4})$/;
const PARTS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[t ]\d{1,2}:\d{2}.*)?$/;
/** 12 de marzo de 1985, 12-mar-85, 1º de março de 1985. */
const DAY_MONTH_NAME =
  /^(?:[a-z]+,? )?(\d{1,2})(?:o|ro|°|º|st|nd|rd|th)?[-/. ]+(?:de )?([a-z]{3,})\.?[-/., ]+(?:del? )?(\d{4}|\d{2})$/;
/** March 12, 1985. */
const MONTH_NAME_DAY = /^(?:[a-z]+,? )?([a-z]{3,})\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d{2})$/;
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const MONTH_NAME_YEAR = /^([a-z]{3,})\.?[-/., ]+(?:del? )?(\d{4})$/;
const YEAR = /^(\d{4})$/;

/** Year, month and day as they were read; not yet judged. */
type Day = readonly [year: number, month: number, day: number];

/**
 * Reads a birth date in the ways in which sources write one: ISO 8601 with or without a time, `YYYYMMDD`, `DD/MM/YYYY` and
 * `DD-MM-YY` in the country's order, `DDMMYYYY`, month names in Spanish, Portuguese and English, a month or a year alone.
 * Placeholders, impossible days and days after `knownOn` have no value and say why. Never throws.
 */
export function standardiseBirthDate(raw: unknown, context: DateContext = {}): StandardDate {
  const text = textOf(raw);
  if (text === null) return refused(raw, 'UNREADABLE_DATE');
  const days = daysIn(text, context);
  if (days.length > 0) return judge(raw, days, context);
  const partial = partialIn(text);
  return partial ? judgePartial(raw, partial, context) : refused(raw, 'UNREADABLE_DATE');
}

function textOf(raw: unknown): string | null {
  if (typeof raw === 'number' && Number.isSafeInteger(raw)) return String(raw);
  if (typeof raw !== 'string' || raw.length > CHARS_MAX) return null;
  return foldLetters(raw.trim().replace(/\s+/g, ' '));
}

/** The days that a text can mean, the likeliest first. */
function daysIn(text: string, context: DateContext): Day[] {
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst && !isDayFirst(text, numbers(yearFirst))) return [numbers(yearFirst)];
  const dayFirst = COMPACT_DAY_FIRST.exec(text) ?? PARTS.exec(text);
  if (dayFirst) return inEitherOrder(dayFirst, context);
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return [[fullYear(named[3], context), monthOf(named[2]), Number(named[1])]];
  const english = MONTH_NAME_DAY.exec(text);
  return english ? [[fullYear(english[3], context), monthOf(english[1]), Number(english[2])]] : [];
}

function inEitherOrder(match: RegExpExecArray, context: DateContext): Day[] {
  const [first, second, year] = [Number(match[1]), Number(match[2]), fullYear(match[3], context)];
  const dayFirst: Day = [year, second, first];
  const monthFirst: Day = [year, first, second];
  if (first > 12 || first === second) return [dayFirst];
  if (second > 12) return [monthFirst];
  return orderOf(context) === 'MDY' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
}

/** Null when nothing says which order the source keeps. */
function orderOf({ order, country }: DateContext): 'DMY' | 'MDY' | null {
  if (order) return order;
  if (country === undefined || country === null) return null;
  return MONTH_FIRST.has(country) ? 'MDY' : 'DMY';
}

function partialIn(text: string): readonly [year: number, month: number | null] | null {
  const yearMonth = YEAR_MONTH.exec(text);
  if (yearMonth) return [Number(yearMonth[1]), Number(yearMonth[2])];
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return [Number(monthYear[2]), Number(monthYear[1])];
  const named = MONTH_NAME_YEAR.exec(text);
  if (named) return [Number(named[2]), monthOf(named[1])];
  const year = YEAR.exec(text);
  return year ? [Number(year[1]), null] : null;
}

function judge(raw: unknown, days: readonly Day[], context: DateContext): StandardDate {
  const [first] = days;
  const candidates = [...new Set(days.flatMap((day) => readBirthDate(iso(day)).date ?? []))].sort();
  const isAmbiguous = days.length > 1 && candidates.length > 1;
  if (isAmbiguous && orderOf(context) === null)
    return { ...refused(raw, 'AMBIGUOUS_DATE'), ambiguous: true, candidates };
  const { date, problem } = readBirthDate(first ? iso(first) : null);
  if (date === null) return refused(raw, problem ?? 'UNREADABLE_DATE');
  if (isFuture(date, context)) return refused(raw, 'FUTURE_DATE');
  return known(raw, date, 'DAY', isAmbiguous ? candidates : []);
}

function judgePartial(
  raw: unknown,
  [year, month]: readonly [number, number | null],
  context: DateContext,
): StandardDate {
  // The second day of a month is nobody's default.
  const { problem } = readBirthDate(iso([year, month ?? 6, 2]));
  if (problem) return refused(raw, problem);
  const value = iso([year, month ?? 6, 2]).slice(0, month === null ? 4 : 7);
  if (isPlaceholderYear(year, month)) return refused(raw, 'PLACEHOLDER_DATE');
  if (isFuture(value, context)) return refused(raw, 'FUTURE_DATE');
  return known(raw, value, month === null ? 'YEAR' : 'MONTH', []);
}

/** A year that is a placeholder with its first day is one alone, too; so is 1900-01. */
function isPlaceholderYear(year: number, month: number | null): boolean {
  return (month ?? 1) === 1 && year !== 1970 && readBirthDate(iso([year, 1, 1])).problem === 'PLACEHOLDER_DATE';
}

function isFuture(value: string, { knownOn }: DateContext): boolean {
  return typeof knownOn === 'string' && value > knownOn.slice(0, value.length);
}

function known(raw: unknown, value: string, precision: DatePrecision, candidates: readonly string[]): StandardDate {
  return { value, precision, ambiguous: candidates.length > 1, candidates, raw, problem: null };
}

function refused(raw: unknown, problem: DateProblem): StandardDate {
  return { value: null, precision: null, ambiguous: false, candidates: [], raw, problem };
}

function numbers(match: RegExpExecArray): Day {
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Eight digits that make no day as `YYYYMMDD` and may as `DDMMYYYY`; no text makes a day both ways. */
function isDayFirst(text: string, asYearFirst: Day): boolean {
  if (!COMPACT_DAY_FIRST.test(text)) return false;
  const { problem } = readBirthDate(iso(asYearFirst));
  return problem === 'IMPOSSIBLE_DATE' || problem === 'OUT_OF_RANGE';
}

/** The latest year of these two digits that is not after the day on which the source knew it. */
function fullYear(text: string | undefined, { knownOn }: DateContext): number {
  if (text?.length !== 2) return Number(text);
  const last = Number((knownOn ?? '2029').slice(0, 4));
  const year = last - (last % 100) + Number(text);
  return year > last ? year - 100 : year;
}

/** 0, which no calendar has, for a word that is no month. */
function monthOf(name: string | undefined): number {
  return MONTHS[name?.slice(0, 3) ?? ''] ?? 0;
}

function iso([year, month, day]: Day): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
