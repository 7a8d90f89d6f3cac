import { GraphQLScalarType, Kind } from 'graphql';
import { UnfitValue } from './unfit-value.js';

/**
 * A moment: a Date on the way out, and the caller's text on the way in. Whoever uses the text reads it
 * (kernel/instants), so that one wrong moment among the records of a batch costs its field and not the request.
 */
export const DateTimeScalar = new GraphQLScalarType<Date | string, string>({
  name: 'DateTime',
  description: 'A moment as RFC 3339 text with its offset, such as `2026-01-31T10:00:00Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    throw new TypeError('a DateTime field must resolve to a valid Date');
  },
  parseValue: (value) => textOf(value),
  parseLiteral: (node) => textOf(node.kind === Kind.STRING ? node.value : null),
});

/** Throws UnfitValue on what is no text. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new UnfitValue('an RFC 3339 date-time with an offset, such as 2026-01-31T10:00:00Z');
}
