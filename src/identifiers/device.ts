import { lowerCase } from './fold-case.js';
import type { NormaliseResult } from './identifier.types.js';
import { maskTail } from './mask.js';
import { refused, understood } from './outcome.js';
import { isEmptyValue, isRepeated } from './placeholder.js';

const KIND_ALIASES: Readonly<Record<string, string>> = {
  aaid: 'gaid',
  adid: 'gaid',
  'google-advertising-id': 'gaid',
  'android-advertising-id': 'gaid',
  'apple-advertising-id': 'idfa',
  android_id: 'android-id',
  androidid: 'android-id',
  ssaid: 'android-id',
};

/** Ids that whole models or emulators share (Android issue 10603; sample numbers of chipset makers). */
const SHARED: ReadonlySet<string> = new Set([
  '9774d56d682e549c',
  '012345678901237',
  '004999010640000',
  '123456789012347',
]);

const UUID = /^[{]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[}]?$/;

/**
 * Reads the id of a device or of an app on it. The namespace is its kind (`idfa`, `gaid`, `imei`, `android-id`) or the app,
 * in lower case; empty where nobody says. Values are in lower case, UUIDs with their hyphens. An advertising id of zeros
 * (tracking limited by its owner) is a placeholder.
 */
export function normaliseDevice(value: string, namespace: string): NormaliseResult {
  const lower = lowerCase(namespace);
  const kind = Object.hasOwn(KIND_ALIASES, lower) ? (KIND_ALIASES[lower] ?? lower) : lower;
  if (kind === 'imei') return readImei(value);
  const folded = lowerCase(value);
  const uuid = UUID.exec(folded.replace(/^urn:uuid:/, ''));
  const canonical = uuid ? uuid.slice(1).join('-') : folded;
  if (!uuid && (kind === 'idfa' || kind === 'gaid')) {
    return isEmptyValue(value)
      ? device(kind, canonical, true)
      : refused('INVALID_VALUE', 'an advertising id is a UUID: 32 hexadecimal digits');
  }
  if (kind === 'android-id' && !/^[0-9a-f]{1,16}$/.test(canonical)) {
    return refused('INVALID_VALUE', 'an Android id has at most 16 hexadecimal digits');
  }
  return device(kind, canonical, isEmptyValue(canonical) || SHARED.has(canonical));
}

/** 15 digits with Luhn's check digit; without it, or with a software version in its place (IMEISV), 14 say the same. */
function readImei(value: string): NormaliseResult {
  const digits = value.normalize('NFKC').replace(/[\s.\-/]/g, '');
  if (!/^\d{14,16}$/.test(digits)) return refused('INVALID_VALUE', 'an IMEI has 15 digits');
  const body = digits.slice(0, 14);
  const canonical = `${body}${luhnDigit(body)}`;
  const repeated = isRepeated(body);
  if (digits.length === 15 && digits !== canonical && !repeated) {
    return refused('CHECK_DIGIT', 'the check digit does not hold; an IMEI has 15 digits');
  }
  return device('imei', canonical, repeated || SHARED.has(canonical));
}

/** Check digit of Luhn's formula (ISO/IEC 7812-1, annex B) for the digits before it. */
function luhnDigit(body: string): number {
  const sum = Array.from(body, Number)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? doubled(digit) : digit), 0);
  return (10 - (sum % 10)) % 10;
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}

function device(namespace: string, canonical: string, placeholder: boolean): NormaliseResult {
  const quality = placeholder ? 'placeholder' : 'ok';
  return understood({ type: 'DEVICE', namespace, canonical, display: maskTail(canonical), quality });
}
