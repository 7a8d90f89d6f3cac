import { parseValue } from 'graphql';
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../kernel/limits.js';
import { DateTimeScalar } from './date-time.scalar.js';
import { JsonScalar } from './json.scalar.js';

describe('DateTime', () => {
  test('a moment goes out in UTC, and comes in as the caller wrote it', () => {
    expect(DateTimeScalar.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(DateTimeScalar.parseValue('31/01/2026')).toBe('31/01/2026');
    expect(DateTimeScalar.parseLiteral(parseValue('"2026-01-31T10:00:00-06:00"'))).toBe('2026-01-31T10:00:00-06:00');
  });

  test.each([1769853600000, null, {}])('%p is refused and not repeated', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow(
      /^expected an RFC 3339 date-time with an offset, such as 2026-01-31T10:00:00Z$/,
    );
  });

  test('a literal that is no string is refused', () => {
    expect(() => DateTimeScalar.parseLiteral(parseValue('1769853600000'))).toThrow(/RFC 3339/);
  });

  test('an invalid Date is a fault of ours', () => {
    expect(() => DateTimeScalar.serialize(new Date(NaN))).toThrow(TypeError);
  });
});

describe('JSON', () => {
  const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });

  test.each([[null], [1.5], ['text'], [{ a: [1, { b: true }] }], [deep(LIMITS.jsonDepth)]])(
    '%j comes as it is',
    (value) => {
      expect(JsonScalar.parseValue(value)).toBe(value);
    },
  );

  test('literals and the variables in them are read', () => {
    const literal = parseValue('{ name: "Ana", tags: [1, 2.5, true, null, $x] }', { noLocation: true });
    expect(JsonScalar.parseLiteral(literal, { x: 'v' })).toEqual({ name: 'Ana', tags: [1, 2.5, true, null, 'v'] });
  });

  test.each([
    ['too deep', deep(LIMITS.jsonDepth + 1), /levels/],
    ['too large', Array.from({ length: LIMITS.jsonParts }, () => 0), /parts/],
    ['a prototype in disguise', JSON.parse('{"a":{"__proto__":{"admin":true}}}') as unknown, /__proto__/],
  ])('%s is refused', (_, value, message) => {
    expect(() => JsonScalar.parseValue(value)).toThrow(message);
  });
});
