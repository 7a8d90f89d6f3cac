import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { newId } from '../kernel/ids.js';
import type { Logger } from '../observability/logger.js';
import { currentRequest } from '../observability/request-context.js';
import type { ErrorCode } from './error-codes.js';

/** What is said for an HTTP status; the original message may repeat a piece of the body. */
const BY_STATUS: Readonly<Record<number, { code: ErrorCode; message: string }>> = {
  400: { code: 'BAD_REQUEST', message: 'The body is not valid JSON, or the request not valid HTTP.' },
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  413: { code: 'PAYLOAD_TOO_LARGE', message: 'The body is larger than a request may be.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'The body has a type, charset or encoding that is not read here.' },
};

/** Answers what fails outside of GraphQL in the shape of a GraphQL error; leaves resolvers' errors to `formatError`. */
@Catch()
export class HttpExceptionFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const status = statusOf(error);
    const said = BY_STATUS[status];
    if (said)
      return void response
        .status(status)
        .json({ errors: [{ message: said.message, extensions: { code: said.code } }] });
    this.logger.failure('unexpected error', error);
    const requestId = currentRequest()?.requestId ?? newId();
    const message = 'Something unexpected happened; the requestId finds it in the logs.';
    response.status(500).json({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }] });
  }
}

/** Status of a Nest exception or of an error of the body parser (`http-errors`); 500 for anything else. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}
