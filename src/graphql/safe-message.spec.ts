import type { GraphQLError } from 'graphql';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from '@jest/globals';
import { DateTimeScalar } from './scalars/date-time.scalar.js';
import { safeMessage } from './safe-message.js';

const schema = buildSchema(`
  enum Mode { REPLACE PATCH }
  input Input { email: String!  mode: Mode  at: DateTime }
  scalar DateTime
  type Query { ask(input: Input, age: Int, id: ID): String  ok(flag: Boolean): Boolean }
`);
Object.assign(schema.getType('DateTime') ?? {}, { parseLiteral: DateTimeScalar.parseLiteral });

/** Every message that graphql-js has for a document, as a client would see it. */
function messages(document: string): string[] {
  try {
    return validate(schema, parse(document)).map(({ message }) => safeMessage(message));
  } catch (error) {
    return [safeMessage((error as GraphQLError).message)];
  }
}

/** Each holds a canary as a caller might send one. */
const canaries: [string, RegExp][] = [
  ['{ ask(age: "ana@example.mx") }', /^Int cannot represent non-integer value\.$/],
  ['{ ask(input: "ana@example.mx") }', /^Expected value of type "Input"\.$/],
  ['{ ask(input: {email: "x", mode: ana_example}) }', /^The value does not exist in "Mode" enum\.$/],
  ['{ ask(input: {email: "x", mode: "ana@example.mx"}) }', /^Enum "Mode" cannot represent non-enum value\.$/],
  ['{ ask(input: {email: "x", at: {a: "ana@example.mx"}}) }', /^expected an RFC 3339 date-time with an offset/],
  ['{ ask(input: {email: 5215512345678}) }', /^String cannot represent a non string value\.$/],
  ['{ ok(flag: "ana@example.mx") }', /^Boolean cannot represent a non boolean value\.$/],
  ['{ ask "ana@example.mx" }', /^Syntax Error: Expected Name, found String "…"|^Syntax Error: Expected Name\.?/],
  ['{ ask(age: 5215512345678x) }', /^Syntax Error: Invalid number/],
  ['{ ask(id: "ana@example.mx', /^Syntax Error: Unterminated string\./],
  ['{ ask(id: "\\ana") }', /^Syntax Error: Invalid character\./],
];

describe('safeMessage', () => {
  test.each(canaries)('%s', (document, expected) => {
    const [message = ''] = messages(document);
    expect(message).toMatch(expected);
    expect(message).not.toMatch(/ana|521551/);
  });

  test.each([
    ['{ name }', 'Cannot query field "name" on type "Query".'],
    ['{ ask(input: {mode: PATCH}) }', 'Field "Input.email" of required type "String!" was not provided.'],
    ['query ($x: Strin) { ask(id: $x) }', 'Unknown type "Strin". Did you mean "String"?'],
    ['query ($x: Int) { ask(id: $x) }', 'Variable "$x" of type "Int" used in position expecting type "ID".'],
    ['{ ask @other }', 'Unknown directive "@other".'],
    ['{ ask(id: 1) ', 'Syntax Error: Expected Name, found <EOF>.'],
  ])('%s keeps what helps: %s', (document, expected) => {
    expect(messages(document)).toContain(expected);
  });
});
