import { readInstant } from '../../kernel/instants.js';
import type { VersionToken } from './record.types.js';

/**
 * Versions of a record, as strings that compare in their order.
 *
 * An order is `N` + a padded whole number or `I` + padded nanoseconds of an instant. A token is
 * `order!arrival!rank!hash`: within one order later arrivals win, then DELETE over PATCH over REPLACE, then the greater
 * content hash, so that any order of delivery ends in the same record (docs/decisions/0004). The separator sorts below
 * every other character that occurs, so that what came without a version (order '') is older than what has one.
 */
const DIGITS = 24;
const SEPARATOR = '!';
const RANK = { REPLACE: 1, PATCH: 2, DELETE: 3 } as const;
const WHOLE = /^\d{1,20}$/;
/** Moves the year 0 to zero nanoseconds and above, so that orders stay unsigned. */
const EPOCH_SHIFT_MS = 62_167_219_200_000n;

/** The token below every other. */
export const NEVER_WRITTEN: VersionToken = '';

/** Order of a `sourceVersion`: a whole number of at most 20 digits or an RFC 3339 instant; null when it is neither. */
export function orderOfVersion(sourceVersion: string): string | null {
  if (WHOLE.test(sourceVersion)) return `N${sourceVersion.padStart(DIGITS, '0')}`;
  const instant = readInstant(sourceVersion);
  return instant && instantOrder(instant.epochMs, instant.nanos);
}

/** Order of an instant in epoch milliseconds, with the nanoseconds inside its second where they are known. */
export function instantOrder(epochMs: number, nanos?: number): string {
  const whole = BigInt(epochMs) + EPOCH_SHIFT_MS;
  const ns = nanos === undefined ? whole * 1_000_000n : (whole / 1000n) * 1_000_000_000n + BigInt(nanos);
  return `I${ns.toString().padStart(DIGITS, '0')}`;
}

/** Whether two orders can be compared: one kind of version per record. '' compares with everything. */
export function sameKind(a: string, b: string): boolean {
  return a === '' || b === '' || a[0] === b[0];
}

/** The token of a versioned change. */
export function versionToken(order: string, kind: keyof typeof RANK, contentHash: string): VersionToken {
  return token(order, 0, kind, contentHash);
}

/** The token of a change without version: newer than `latest`, because it came later. */
export function arrivalToken(latest: VersionToken, kind: keyof typeof RANK, contentHash: string): VersionToken {
  const [order = '', arrival = '0'] = latest.split(SEPARATOR);
  return token(order, Number(arrival) + 1, kind, contentHash);
}

/** Whether the token is that of a change of this kind with this content. */
export function isWordedAs(versionToken: VersionToken, kind: keyof typeof RANK, contentHash: string): boolean {
  const [, , rank, hash] = versionToken.split(SEPARATOR);
  return rank === String(RANK[kind]) && hash === contentHash;
}

function token(order: string, arrival: number, kind: keyof typeof RANK, contentHash: string): VersionToken {
  return [order, String(arrival).padStart(10, '0'), RANK[kind], contentHash].join(SEPARATOR);
}
