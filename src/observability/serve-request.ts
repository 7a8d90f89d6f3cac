import type { NextFunction, Request, Response } from 'express';
import type { NewId } from '../kernel/ids.js';
import type { Logger } from './logger.js';
import { requestIdOf, withRequest, type RequestContext } from './request-context.js';

/** Paths that a log line may name; another path is what a caller typed. */
const ROUTES = new Set(['/graphql', '/health/live', '/health/ready']);

/** Middleware: gives each request its id, answers with it, and writes one line when the response is out. */
export function serveRequest(logger: Logger, newId: NewId) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const context: RequestContext = { requestId: requestIdOf(request.headers['x-request-id'], newId) };
    const startedAt = performance.now();
    response.setHeader('x-request-id', context.requestId);
    response.on('close', () => withRequest(context, () => writeLine(logger, request, response, context, startedAt)));
    withRequest(context, next);
  };
}

function writeLine(
  logger: Logger,
  request: Request,
  response: Response,
  context: RequestContext,
  startedAt: number,
): void {
  const path = request.originalUrl.split('?', 1)[0] ?? '';
  logger.info(response.writableFinished ? 'request served' : 'request abandoned', {
    method: request.method,
    route: ROUTES.has(path) ? path : '(other)',
    status: response.statusCode,
    rootFields: context.rootFields,
    durationMilliseconds: Math.round(performance.now() - startedAt),
  });
}
