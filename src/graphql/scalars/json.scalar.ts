import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { LIMITS } from '../../kernel/limits.js';
import { UnfitValue } from './unfit-value.js';

/** Any JSON value within limits; used where the shape belongs to the caller, such as a record's attributes. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: `Any JSON value, at most ${LIMITS.jsonDepth} levels deep and of ${LIMITS.jsonParts} parts.`,
  serialize: (value) => value,
  parseValue: (value) => checked(value),
  parseLiteral: (node, variables) => checked(valueFromASTUntyped(node, variables)),
});

/** The value itself. Throws UnfitValue when it is too deep, too large or poses as a prototype. */
function checked(value: unknown): unknown {
  let parts = 0;
  const visit = (part: unknown, depth: number): void => {
    parts += 1;
    if (parts > LIMITS.jsonParts) throw new UnfitValue(`a JSON value of at most ${LIMITS.jsonParts} parts`);
    if (typeof part !== 'object' || part === null) return;
    if (depth >= LIMITS.jsonDepth) throw new UnfitValue(`a JSON value of at most ${LIMITS.jsonDepth} levels`);
    if (Object.hasOwn(part, '__proto__')) throw new UnfitValue('a JSON value without a field named __proto__');
    for (const inner of Object.values(part)) visit(inner, depth + 1);
  };
  visit(value, 0);
  return value;
}
