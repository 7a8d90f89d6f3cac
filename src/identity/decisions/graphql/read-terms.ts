import { readInstant } from '../../../kernel/instants.js';
import { LIMITS } from '../../../kernel/limits.js';
import type { Terms } from '../decisions.service.js';
import { refuse } from '../refused.js';

/** The terms as GraphQL hands them over. */
export interface GivenTerms {
  readonly reason: string;
  readonly dryRun: boolean;
  readonly idempotencyKey: string | null;
  readonly expiresAt?: string | null;
}

/**
 * Checks the terms of a decision. Throws Refused naming the field.
 *
 * @param now epoch milliseconds
 */
export function readTerms({ reason, dryRun, idempotencyKey = null, expiresAt = null }: GivenTerms, now: number): Terms {
  const text = reason.trim();
  if (text === '' || text.length > LIMITS.reasonChars)
    refuse('INVALID_INPUT', 'reason', `must have 1 to ${LIMITS.reasonChars} characters`);
  if (idempotencyKey === '' || (idempotencyKey?.length ?? 0) > LIMITS.idempotencyKeyChars)
    refuse('INVALID_INPUT', 'idempotencyKey', `must have 1 to ${LIMITS.idempotencyKeyChars} characters`);
  return { reason: text, dryRun, idempotencyKey, expiresAt: expiresAt === null ? null : expiry(expiresAt, now) };
}

function expiry(text: string, now: number): number {
  const moment = readMoment(text, 'expiresAt');
  if (moment <= now) refuse('INVALID_DATE', 'expiresAt', 'must be in the future');
  return moment;
}

/** A moment in epoch milliseconds. Throws Refused naming the field. */
export function readMoment(text: string, field: string): number {
  const instant = readInstant(text);
  if (!instant) return refuse('INVALID_DATE', field, 'is not an RFC 3339 instant such as 2027-01-31T10:00:00Z');
  return instant.epochMs;
}
