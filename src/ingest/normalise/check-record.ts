import { LIMITS } from '../../kernel/limits.js';
import type { IncomingRecord, RowProblem } from '../record.types.js';

const CONTROL = /\p{Cc}/u;
/** A surrogate without its other half, which no database can store. */
const HALF_CHARACTER = /\p{Cs}/u;

/** Why a record cannot be taken at all: a bad key or an exceeded limit. Null when it can. */
export function checkRecord(
  record: Pick<IncomingRecord, 'source' | 'recordId' | 'identifiers' | 'attributes' | 'removeIdentifiers'>,
): RowProblem | null {
  return (
    checkSource(record.source) ??
    checkKey(record.recordId, 'recordId', false) ??
    checkCount(record.identifiers, 'identifiers') ??
    checkCount(record.removeIdentifiers ?? [], 'removeIdentifiers') ??
    checkSize(record.attributes)
  );
}

/** Why a text is no source's name; null when it is one. */
export function checkSource(value: string): RowProblem | null {
  return checkKey(value, 'source', true);
}

function checkKey(value: string, field: string, isSource: boolean): RowProblem | null {
  const chars = LIMITS.recordKeyChars;
  const bad = (message: string): RowProblem => ({ code: 'BAD_KEY', field, message });
  if (value.trim() === '') return bad(`is empty; allowed are 1 to ${chars} characters`);
  if (value.length > chars) return bad(`is too long; allowed are 1 to ${chars} characters`);
  if (CONTROL.test(value)) return bad('holds a control character');
  if (HALF_CHARACTER.test(value)) return bad('holds half a character: it is no well-formed text');
  if (isSource && value.includes('|')) return bad('holds |, which separates the parts of a key');
  return null;
}

function checkCount(identifiers: readonly unknown[], field: string): RowProblem | null {
  const most = LIMITS.identifiersPerRecord;
  if (identifiers.length <= most) return null;
  return {
    code: 'LIMIT_EXCEEDED',
    field,
    message: `holds ${identifiers.length} identifiers; at most ${most} are allowed`,
  };
}

function checkSize(attributes: unknown): RowProblem | null {
  if (typeof attributes !== 'object' || attributes === null || Array.isArray(attributes)) {
    return { code: 'INVALID_INPUT', field: 'attributes', message: 'is not an object of names and values' };
  }
  const bytes = Buffer.byteLength(JSON.stringify(attributes));
  if (bytes <= LIMITS.attributesBytes) return null;
  const message = `take ${bytes} bytes; at most ${LIMITS.attributesBytes} are allowed`;
  return { code: 'LIMIT_EXCEEDED', field: 'attributes', message };
}
