import {
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import type { FieldProblem } from './api-error.js';
import { UnfitValue } from './scalars/unfit-value.js';

/**
 * The first thing wrong with the variables of an operation, or null. graphql-js would find the same, and print the whole
 * value; this names the path and what was expected. `definitions` must have passed validation.
 */
export function variableProblem(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  values: Readonly<Record<string, unknown>>,
): FieldProblem | null {
  for (const { variable, type: typeNode, defaultValue } of definitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode) as GraphQLInputType | undefined;
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!type || (given === undefined && (defaultValue || !isNonNullType(type)))) continue;
    const problem = given === undefined ? wrong(`$${name}`, 'is required') : inputProblem(given, type, `$${name}`);
    if (problem) return problem;
  }
  return null;
}

function inputProblem(value: unknown, type: GraphQLInputType, path: string): FieldProblem | null {
  if (isNonNullType(type)) {
    return isNothing(value) ? wrong(path, 'must not be null') : inputProblem(value, type.ofType, path);
  }
  if (isNothing(value)) return null;
  if (isListType(type)) return listProblem(value, type.ofType, path);
  if (isInputObjectType(type)) return objectProblem(value, type, path);
  return leafProblem(value, type, path);
}

/** A single value counts as a list of one, as the GraphQL specification has it. */
function listProblem(value: unknown, itemType: GraphQLInputType, path: string): FieldProblem | null {
  if (!Array.isArray(value)) return inputProblem(value, itemType, path);
  for (const [index, item] of value.entries()) {
    const problem = inputProblem(item, itemType, `${path}[${index}]`);
    if (problem) return problem;
  }
  return null;
}

function objectProblem(value: unknown, type: GraphQLInputObjectType, path: string): FieldProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path, `expected ${type.name}`);
  const fields = type.getFields();
  // The name of an unknown field is the caller's own text, so it is not repeated.
  if (Object.keys(value).some((name) => !Object.hasOwn(fields, name))) {
    return wrong(path, `holds a field that ${type.name} does not have`);
  }
  for (const field of Object.values(fields)) {
    const given: unknown = Object.hasOwn(value, field.name) ? Reflect.get(value, field.name) : undefined;
    const at = `${path}.${field.name}`;
    if (given === undefined) {
      if (isNonNullType(field.type) && field.defaultValue === undefined) return wrong(at, 'is required');
      continue;
    }
    const problem = inputProblem(given, field.type, at);
    if (problem) return problem;
  }
  return null;
}

function leafProblem(value: unknown, type: GraphQLLeafType, path: string): FieldProblem | null {
  try {
    return type.parseValue(value) === undefined ? wrong(path, `expected ${type.name}`) : null;
  } catch (error) {
    return wrong(path, `expected ${error instanceof UnfitValue ? error.expected : type.name}`);
  }
}

/** Null, or a variable's field that was given as undefined. */
function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function wrong(field: string, message: string): FieldProblem {
  return { field, message };
}
