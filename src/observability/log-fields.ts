import { LIMITS } from '../kernel/limits.js';

/**
 * The fields that a log line may have; everything else is dropped. None of them holds what a caller sent or what a record
 * says: names of the schema and of statements, counts, durations, codes, and ids that huella made.
 */
export const LOG_FIELDS = [
  'context',
  'requestId',
  'method',
  'route',
  'status',
  'rootFields',
  'durationMilliseconds',
  'operation',
  'attempt',
  'code',
  'count',
  'job',
  'migrationLevel',
  'applied',
  'reason',
  'errorName',
  'errorCode',
  'errorMessage',
  'frames',
  'signal',
  'url',
  'version',
] as const;

export type LogFields = Partial<Record<(typeof LOG_FIELDS)[number], string | number | boolean | undefined>>;

/** Only the fields of the list, only plain values, long texts cut. */
export function allowedFields(fields: object): Record<string, string | number | boolean> {
  const allowed: Record<string, string | number | boolean> = {};
  for (const name of LOG_FIELDS) {
    const value: unknown = Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : undefined;
    if (typeof value === 'number' || typeof value === 'boolean') allowed[name] = value;
    if (typeof value === 'string') allowed[name] = name === 'frames' ? value : value.slice(0, LIMITS.logFieldChars);
  }
  return allowed;
}
