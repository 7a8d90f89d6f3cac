import type { DatePrecision, StandardDate } from '../../attributes/date/birth-date.types.js';
import { standardiseBirthDate } from '../../attributes/date/standardise-birth-date.js';
import type { Statement } from './statement.js';
import type { Candidate } from './survive.js';

const COMPLETENESS: Readonly<Record<DatePrecision, number>> = { DAY: 1, MONTH: 2 / 3, YEAR: 1 / 3 };

/** What each record says about the day of birth. One that is ambiguous survives only where no clear one is. */
export function birthDateCandidates(statements: readonly Statement[]): Candidate<StandardDate>[] {
  return statements.flatMap(({ member, origin, trust, country }) => {
    const raw = member.attributes['birthDate'];
    if (raw === undefined) return [];
    const value = standardiseBirthDate(raw, { country, knownOn: dayOf(member.capturedAt ?? member.receivedAt) });
    const usable = value.value !== null;
    return {
      origin,
      trust,
      value,
      key: value.value ?? `!${JSON.stringify(raw)}`,
      usable,
      valid: usable && !value.ambiguous,
      completeness: value.precision === null ? 0 : COMPLETENESS[value.precision],
      spelling: 0,
    };
  });
}

export function showBirthDate({ value, raw }: StandardDate): unknown {
  return value ?? raw;
}

/** A day later than in UTC: somewhere it is tomorrow already. */
function dayOf(epochMs: number): string {
  return new Date(epochMs + 86_400_000).toISOString().slice(0, 10);
}
