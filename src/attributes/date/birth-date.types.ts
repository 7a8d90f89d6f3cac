import type { BirthDateProblem, DateOrder } from '../../identity/resolution/persons/birth-date.js';

/**
 * Why a birth date cannot be used, or not quite: beside the problems of `readBirthDate`
 * - `FUTURE_DATE`: after the moment at which the source knew it
 */
export type DateProblem = BirthDateProblem | 'FUTURE_DATE';

/** How much of a date is known. */
export type DatePrecision = 'DAY' | 'MONTH' | 'YEAR';

export interface StandardDate {
  /** ISO 8601: `1990-02-28`, `1990-02` or `1990`; null when the source's value cannot be used. */
  readonly value: string | null;
  readonly precision: DatePrecision | null;
  /** Day and month could also be the other way round; the country's custom decided. */
  readonly ambiguous: boolean;
  /** Days that an ambiguous text can mean, in ascending order. */
  readonly candidates: readonly string[];
  /** As the source sent it. */
  readonly raw: unknown;
  readonly problem: DateProblem | null;
}

export interface DateContext {
  /** Country of the person or source (ISO 3166-1 alpha-2): says whether day or month comes first. */
  readonly country?: string | null;
  /** The order that the source declares, before the country's. */
  readonly order?: DateOrder;
  /** `YYYY-MM-DD` on which the source knew it: nobody is born later, and two-digit years end there. */
  readonly knownOn?: string | null;
}
