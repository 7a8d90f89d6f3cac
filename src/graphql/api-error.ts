import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import type { ErrorCode } from './error-codes.js';

/** A field that was refused, and why; the message never repeats the value. */
export interface FieldProblem {
  /** Path such as `input.records[0].source`. */
  readonly field: string;
  readonly message: string;
}

/** A GraphQL error with a code of the catalogue and a message that may be shown as it is. */
export class ApiError extends GraphQLError {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: { readonly status?: number; readonly fields?: readonly FieldProblem[] } = {},
  ) {
    const { status, fields } = options;
    const extensions: GraphQLErrorExtensions = { code };
    if (fields) extensions.fields = fields;
    if (status !== undefined) extensions.http = { status };
    super(message, { extensions });
  }
}

/** Refuses arguments, naming each field. */
export function badUserInput(fields: readonly FieldProblem[]): ApiError {
  const text = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return new ApiError('BAD_USER_INPUT', text, { status: 400, fields });
}
