import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { badUserInput, type FieldProblem } from './api-error.js';

/** Checks every argument that is a class against its class-validator rules; refuses with BAD_USER_INPUT naming the fields. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => badUserInput(fieldProblems(errors)),
  });
}

/** Fields and what their rules say, in the order of the class; `path` comes first in each field's name. */
export function fieldProblems(errors: readonly ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = nested(path, error.property);
    const messages = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...messages, ...fieldProblems(error.children ?? [], field)];
  });
}

/** `records` + `0` is `records[0]`; `records[0]` + `source` is `records[0].source`. */
function nested(path: string, property: string): string {
  if (/^\d+$/.test(property)) return `${path}[${property}]`;
  return path === '' ? property : `${path}.${property}`;
}
