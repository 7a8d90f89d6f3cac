import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { GraphConflict, GraphTimeout, GraphUnavailable } from '../graph/errors.js';
import type { Logger } from '../observability/logger.js';
import { currentRequest } from '../observability/request-context.js';
import { ApiError } from './api-error.js';
import { isErrorCode, type ErrorCode } from './error-codes.js';
import { safeMessage } from './safe-message.js';

/** Codes of Apollo for a document or request that is at fault; their messages are about the document. */
const ABOUT_THE_DOCUMENT = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
]);

/** Makes the last step of every error: a code of the catalogue, no value, and everything unexpected masked and logged. */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, raised: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(raised);
    const { code, message } = publicFace(formatted, error);
    const masked = code === 'INTERNAL_SERVER_ERROR';
    if (masked) logger.failure('unexpected error', error);
    const requestId = currentRequest()?.requestId;
    const fields = error instanceof ApiError ? error.extensions.fields : undefined;
    return {
      message,
      locations: formatted.locations,
      path: formatted.path,
      extensions: { code, ...(fields ? { fields } : {}), ...(masked ? { requestId } : {}) },
    };
  };
}

function publicFace(formatted: GraphQLFormattedError, error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof ApiError) return { code: error.code, message: error.message };
  const ofGraph = graphFace(error);
  if (ofGraph) return ofGraph;
  const code = formatted.extensions?.code;
  if (error instanceof HttpException || !isErrorCode(code) || !ABOUT_THE_DOCUMENT.has(code)) {
    return {
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Something unexpected happened; the requestId finds it in the logs.',
    };
  }
  const isLimit = formatted.extensions?.limit !== undefined || /more that? \d+ tokens/.test(formatted.message);
  return { code: isLimit ? 'LIMIT_EXCEEDED' : code, message: safeMessage(formatted.message) };
}

function graphFace(error: unknown): { code: ErrorCode; message: string } | null {
  if (error instanceof GraphUnavailable) {
    return { code: 'UNAVAILABLE', message: 'The graph cannot be reached; try again later.' };
  }
  if (error instanceof GraphConflict) {
    return { code: 'CONFLICT', message: 'Other writers were in the way every time; try again.' };
  }
  if (error instanceof GraphTimeout) return { code: 'TIMEOUT', message: 'The work took longer than it may.' };
  return null;
}
