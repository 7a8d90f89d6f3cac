import { LIMITS } from '../../kernel/limits.js';
import type { InteractionProblem } from '../interaction.types.js';

const CONTROL = /\p{Cc}/u;
/** A surrogate without its other half, which no database can store. */
const HALF_CHARACTER = /\p{Cs}/u;
const NAME = /^[A-Z][A-Z0-9_]{0,63}$/;

/** Why an interaction cannot be taken. */
export class InvalidField extends Error {
  readonly problem: InteractionProblem;

  constructor(code: string, field: string, message: string) {
    super(message);
    this.problem = { code, field, message };
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, as it is. Throws InvalidField on anything else. */
export function textOf(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw new InvalidField('INVALID_INPUT', field, value === undefined || value === null ? 'is missing' : 'is no text');
}

/** A part of a key: as long and as clean as those of records. Throws InvalidField. */
export function keyText(value: unknown, field: string, isSource: boolean): string {
  const text = textOf(value, field);
  const chars = LIMITS.recordKeyChars;
  if (text.trim() === '' || text.length > chars) {
    throw new InvalidField('BAD_KEY', field, `is empty or too long; allowed are 1 to ${chars} characters`);
  }
  if (CONTROL.test(text) || HALF_CHARACTER.test(text)) {
    throw new InvalidField('BAD_KEY', field, 'holds a character that no key may hold');
  }
  if (isSource && text.includes('|'))
    throw new InvalidField('BAD_KEY', field, 'holds |, which separates the parts of a key');
  return text;
}

/** A name by convention, such as PURCHASE. Throws InvalidField. */
export function name(value: unknown, field: string): string {
  const text = textOf(value, field);
  if (NAME.test(text)) return text;
  throw new InvalidField('INVALID_INPUT', field, 'is no name: capital letters, digits and _, at most 64');
}

/** A text of 1 to `chars` characters, or null where there is none. Throws InvalidField. */
export function optionalText(value: unknown, field: string, chars: number): string | null {
  if (value === null || value === undefined || value === '') return null;
  const text = textOf(value, field);
  if (text.length > chars) throw new InvalidField('LIMIT_EXCEEDED', field, `is longer than ${chars} characters`);
  if (!CONTROL.test(text) && !HALF_CHARACTER.test(text)) return text;
  throw new InvalidField('CONTROL_CHARACTER', field, 'holds a character that is not kept');
}
