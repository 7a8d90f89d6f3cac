import { InvalidChecksum } from 'stdnum/lib/cjs/exceptions.js';
import type { Validator } from 'stdnum/lib/cjs/types.js';
import { isRepeated, isSequence } from '../placeholder.js';
import type { SchemeReading, SchemeRefusal } from './scheme.types.js';

/**
 * Asks the library whether a compact id is well formed and its check digit right. Single validators are imported by
 * path, because the library's index loads every country of the world (0.3 s at start).
 */
export function check(validate: Validator['validate'], compact: string): 'ok' | SchemeRefusal {
  const result = validate(compact);
  if (result.isValid) return 'ok';
  return result.error instanceof InvalidChecksum ? 'CHECK_DIGIT' : 'INVALID_VALUE';
}

/**
 * Reads an id of digits that has a fixed length and a check digit. Zeros that a spreadsheet took from the front are put
 * back when the check digit then holds. One digit repeated, or a run of the keyboard before `checkDigits` digits, is a
 * placeholder even where the check digit is right (CPF 111.111.111-11, 123.456.789-09).
 *
 * @param length digits of a complete id
 * @param lostZeros how many leading zeros may be missing
 */
export function readFixedDigits(
  validate: Validator['validate'],
  compact: string,
  { length, lostZeros, checkDigits }: { length: number; lostZeros: number; checkDigits: number },
): SchemeReading | SchemeRefusal {
  if (!/^\d+$/.test(compact) || compact.length > length || compact.length < length - lostZeros) return 'INVALID_VALUE';
  const canonical = compact.padStart(length, '0');
  if (isRepeated(canonical)) return { canonical, placeholder: true };
  const outcome = check(validate, canonical);
  if (outcome !== 'ok') return outcome;
  const placeholder = isSequence(canonical.slice(0, length - checkDigits));
  return compact.length === length ? { canonical, placeholder } : { canonical, placeholder, notes: ['repaired'] };
}
