import { GraphQLScalarType, Kind } from 'graphql';
import { UnfitValue } from './unfit-value.js';

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;

/** A moment, in and out as RFC 3339 text; a Date inside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment as RFC 3339 text with its offset, such as `2026-01-31T10:00:00Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    throw new TypeError('a DateTime field must resolve to a valid Date');
  },
  parseValue: (value) => parseDateTime(value),
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : null),
});

/**
 * The moment that an RFC 3339 text names, to the millisecond. Throws UnfitValue on anything else: a date alone, a missing
 * offset, 30 February, hour 24, a leap second (which a Date cannot hold).
 */
export function parseDateTime(text: unknown): Date {
  const match = typeof text === 'string' ? RFC_3339.exec(text) : null;
  if (!match) throw unfit();
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const daysInMonth = new Date(Date.UTC(year === 0 ? 4 : year, month, 0)).getUTCDate();
  const fits =
    month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth && hour <= 23 && minute <= 59 && second <= 59;
  if (!fits || year === 0 || offsetHour > 23 || offsetMinute > 59) throw unfit();
  return new Date(match[0].toUpperCase());
}

function unfit(): UnfitValue {
  return new UnfitValue('an RFC 3339 date-time with an offset, such as 2026-01-31T10:00:00Z');
}
