import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../kernel/limits.js';
import { limitRule } from './limit-rule.js';

const schema = buildSchema('type Query { a: Query  b: Int }');

function limitsHit(document: string): unknown[] {
  return validate(schema, parse(document), [limitRule]).map(({ extensions }) => extensions.limit);
}
const nested = (depth: number): string => (depth === 1 ? '{ b }' : `{ a ${nested(depth - 1)} }`);
const repeat = (times: number, part: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => part(index)).join(' ');

describe('limitRule', () => {
  test('depth', () => {
    expect(limitsHit(nested(LIMITS.queryDepth))).toEqual([]);
    expect(limitsHit(nested(LIMITS.queryDepth + 1))).toEqual(['depth']);
  });

  test('depth through fragments', () => {
    const fragments = `fragment A on Query ${nested(7)} fragment B on Query { a { a { a { a { ... on Query { ...A } } } } } }`;
    expect(limitsHit(`{ a { ...B } } ${fragments}`)).toEqual([]);
    expect(limitsHit(`{ a { a { ...B } } } ${fragments}`)).toEqual(['depth']);
  });

  test('aliases', () => {
    const aliases = (count: number) => `{ ${repeat(count, (index) => `x${index}: b`)} }`;
    expect(limitsHit(aliases(LIMITS.queryAliases))).toEqual([]);
    expect(limitsHit(aliases(LIMITS.queryAliases + 1))).toEqual(['aliases']);
  });

  test('aliases in a fragment count as often as it is spread', () => {
    const document = `{ a { ...F } x: a { ...F } y: a { ...F } } fragment F on Query { ${repeat(20, (index) => `f${index}: b`)} }`;
    expect(limitsHit(document)).toEqual(['aliases']);
  });

  test('fields of fragments that spread each other twice, without taking long', () => {
    const bomb = repeat(200, (index) => `fragment F${index} on Query { a { ...F${index + 1} } ...F${index + 1} }`);
    const startedAt = performance.now();
    expect(limitsHit(`{ ...F0 } ${bomb} fragment F200 on Query { b }`)).toContain('fields');
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test('a fragment that spreads itself is left to the rule for that', () => {
    expect(limitsHit('{ ...F } fragment F on Query { a { ...F } }')).toEqual([]);
  });

  test('the standard introspection query is let through, and no deeper one', () => {
    expect(limitsHit(getIntrospectionQuery())).toEqual([]);
    const deep = (depth: number): string => (depth === 0 ? 'name' : `ofType { ${deep(depth - 1)} }`);
    expect(limitsHit(`{ __type(name: "Query") { ${deep(20)} } }`)).toEqual(['depth']);
  });

  test('a query is not introspection because it asks __typename', () => {
    expect(limitsHit(`{ __typename ${nested(LIMITS.queryDepth + 1).slice(1)}`)).toEqual(['depth']);
  });
});
