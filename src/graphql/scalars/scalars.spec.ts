import { parseValue } from 'graphql';
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../kernel/limits.js';
import { DateTimeScalar, parseDateTime } from './date-time.scalar.js';
import { JsonScalar } from './json.scalar.js';

describe('DateTime', () => {
  test.each([
    ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31t10:00:00.123456789-06:00', '2026-01-31T16:00:00.123Z'],
    ['2024-02-29T23:59:59+05:30', '2024-02-29T18:29:59.000Z'],
    ['0004-02-29T00:00:00Z', '0004-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(parseDateTime(text).toISOString()).toBe(iso);
    expect(DateTimeScalar.serialize(parseDateTime(text))).toBe(iso);
  });

  test.each([
    '2026-01-31',
    '2026-01-31T10:00:00',
    '2026-01-31 10:00:00Z',
    '2026-02-30T10:00:00Z',
    '2025-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-00-10T10:00:00Z',
    '2026-01-00T10:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T10:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-01-31T10:00:00+24:00',
    '0000-01-01T00:00:00Z',
    '31/01/2026',
    'ana@example.mx',
    '',
    1769853600000,
    null,
  ])('%p is refused and not repeated', (value) => {
    expect(() => parseDateTime(value)).toThrow(
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
