import { iso31661 } from 'iso-3166';
import type { UserErrorCode } from '../graphql/error-codes.js';

/** Why brands or sources cannot be declared. The message never repeats a value. */
export interface InventoryProblem {
  readonly code: UserErrorCode;
  readonly field: string;
  readonly message: string;
}

const COUNTRIES = new Set(iso31661.map((country) => country.alpha2));

/** Null when a text has 1 to `most` characters and none that controls. */
export function textProblem(text: string | null, field: string, most: number): InventoryProblem | null {
  if (text === null) return null;
  const isGood = text.trim() !== '' && text.length <= most && !/\p{Cc}/u.test(text);
  return isGood ? null : { code: 'INVALID_INPUT', field, message: `must have 1 to ${most} characters` };
}

/** Null when a country is none, or an assigned code. */
export function countryProblem(country: string | null, field: string): InventoryProblem | null {
  if (country === null || COUNTRIES.has(country)) return null;
  return { code: 'INVALID_INPUT', field, message: 'must be an ISO 3166-1 code of two capitals, such as MX' };
}
