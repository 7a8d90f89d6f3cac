import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import type { LogLevel } from '../config/config.js';
import { describeError } from './describe-error.js';
import { allowedFields, type LogFields } from './log-fields.js';
import { currentRequest } from './request-context.js';

type Level = Exclude<LogLevel, 'silent'>;

/**
 * Writes JSON lines. A line has a fixed sentence and fields of the allow-list; values never become part of the sentence.
 * Serves Nest's own messages too.
 */
export class Logger implements LoggerService {
  private readonly pino: Pino;

  constructor(level: LogLevel, destination?: DestinationStream) {
    const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  info(message: string, fields: LogFields = {}): void {
    this.line('info', message, fields);
  }

  /** An error with what may be told of it. */
  failure(message: string, error: unknown, fields: LogFields = {}): void {
    this.line('error', message, { ...describeError(error), ...fields });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.nest('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.nest('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.nest('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.nest('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.nest('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.nest('fatal', message, rest);
  }

  /** Nest calls with a text or an error, then perhaps a stack, then the context's name. Our own code adds fields. */
  private nest(level: Level, message: unknown, rest: readonly unknown[]): void {
    const fields = rest.find(
      (part): part is LogFields => typeof part === 'object' && part !== null && !(part instanceof Error),
    );
    const context = rest.filter((part): part is string => typeof part === 'string' && !part.includes('\n')).at(-1);
    const error = [message, ...rest].find((part) => part instanceof Error);
    const text = typeof message === 'string' ? message : 'unexpected error';
    this.line(level, text, { context, ...(error ? describeError(error) : {}), ...fields });
  }

  private line(level: Level, message: string, fields: LogFields): void {
    this.pino[level]({ requestId: currentRequest()?.requestId, ...allowedFields(fields) }, message);
  }
}
