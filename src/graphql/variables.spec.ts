import { buildSchema, getVariableValues, Kind, parse, type OperationDefinitionNode } from 'graphql';
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { variableProblem } from './variables.js';

const schema = buildSchema(`
  enum Mode { REPLACE PATCH }
  input Item { type: String!  value: String!  mode: Mode = REPLACE }
  input Input { items: [Item!]!  dryRun: Boolean  count: Int  nested: [[Int]]  note: String = "x" }
  type Query { ask(input: Input!, first: Int!): String }
`);

function definitionsOf(document: string) {
  const operation = parse(document).definitions[0] as OperationDefinitionNode;
  expect(operation.kind).toBe(Kind.OPERATION_DEFINITION);
  return operation.variableDefinitions ?? [];
}
const definitions = definitionsOf(
  'query ($input: Input!, $first: Int! = 5, $note: String) { ask(input: $input, first: $first) }',
);

describe('variableProblem', () => {
  const item = { type: 'EMAIL', value: 'ana@example.mx' };

  test.each([
    [{ input: { items: [item] } }],
    [{ input: { items: item } }],
    [
      {
        input: { items: [], count: null, nested: [[1, null], null, 2] },
        first: 3,
        note: null,
        unknown: 'ana@example.mx',
      },
    ],
    [{ input: { items: [{ ...item, mode: 'PATCH' }] } }],
  ])('%j is fine', (values) => {
    expect(variableProblem(schema, definitions, values)).toBeNull();
  });

  test.each([
    [{}, '$input', 'is required'],
    [{ input: null }, '$input', 'must not be null'],
    [{ input: 'ana@example.mx' }, '$input', 'expected Input'],
    [{ input: ['ana@example.mx'] }, '$input', 'expected Input'],
    [{ input: {} }, '$input.items', 'is required'],
    [{ input: { items: [item, null] } }, '$input.items[1]', 'must not be null'],
    [{ input: { items: [item, { value: 'ana@example.mx' }] } }, '$input.items[1].type', 'is required'],
    [{ input: { items: [{ ...item, value: { 'ana@example.mx': 1 } }] } }, '$input.items[0].value', 'expected String'],
    [{ input: { items: [{ ...item, mode: 'ana@example.mx' }] } }, '$input.items[0].mode', 'expected Mode'],
    [
      { input: { items: [{ ...item, 'ana@example.mx': 1 }] } },
      '$input.items[0]',
      'holds a field that Item does not have',
    ],
    [{ input: { items: [], nested: [[1], ['ana@example.mx']] } }, '$input.nested[1][0]', 'expected Int'],
    [{ input: { items: [] }, first: 2 ** 40 }, '$first', 'expected Int'],
    [{ input: { items: [] }, first: null }, '$first', 'must not be null'],
    [
      JSON.parse('{"input":{"items":[],"__proto__":{"x":1}}}') as object,
      '$input',
      'holds a field that Input does not have',
    ],
  ])('%j: %s %s', (values, field, message) => {
    expect(variableProblem(schema, definitions, values as Record<string, unknown>)).toEqual({ field, message });
  });

  test('agrees with graphql-js on what is acceptable', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(null, undefined, 'PATCH'),
    );
    const anyItem = fc.oneof(leaf, fc.record({ type: leaf, value: leaf, mode: leaf }, { requiredKeys: [] }));
    const anyInput = fc.record(
      {
        items: fc.oneof(anyItem, fc.array(anyItem)),
        dryRun: leaf,
        count: leaf,
        nested: fc.oneof(leaf, fc.array(fc.array(leaf))),
        note: leaf,
      },
      { requiredKeys: [] },
    );
    const anyValues = fc.record({ input: fc.oneof(leaf, anyInput), first: leaf, note: leaf }, { requiredKeys: [] });
    fc.assert(
      fc.property(anyValues, (values) => {
        const accepted = getVariableValues(schema, definitions, values).errors === undefined;
        expect(variableProblem(schema, definitions, values) === null).toBe(accepted);
      }),
      { numRuns: 300 },
    );
  });
});
