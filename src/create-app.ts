import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { explorer } from './graphql/explorer.js';
import { HttpExceptionFilter } from './graphql/http-exception.filter.js';
import { ownHostOnly } from './graphql/own-host.js';
import { validationPipe } from './graphql/validation.js';
import { newId } from './kernel/ids.js';
import { LIMITS } from './kernel/limits.js';
import { Logger } from './observability/logger.js';
import { serveRequest } from './observability/serve-request.js';

/** The service, assembled and not yet listening. It connects to no database. Tests may bring a root module of their own. */
export async function createApp(config: Config, root = AppModule.with(config)): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const logger = app.get(Logger);
  app.useLogger(logger);
  app.disable('x-powered-by');
  app.use(serveRequest(logger, newId));
  app.use(harmlessHeaders);
  if (config.http.loopbackOnly) app.use(ownHostOnly);
  if (config.environment !== 'production') app.use('/graphql', explorer());
  // The limit counts inflated bytes, so a compressed bomb is stopped as well.
  app.useBodyParser('json', { limit: LIMITS.requestBytes });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new HttpExceptionFilter(logger));
  return app;
}

/** Nothing here is a page to embed or to guess the type of; the explorer replaces the policy by its own. */
function harmlessHeaders(_: Request, response: Response, next: NextFunction): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  next();
}
