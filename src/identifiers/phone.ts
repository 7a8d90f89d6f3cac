import {
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { contextCountry } from './context-country.js';
import type { IdentifierNote, NormaliseContext, NormaliseResult } from './identifier.types.js';
import { refused, understood } from './outcome.js';
import { isRepeated, isSequence } from './placeholder.js';
import { phoneMatchKey, repairNational } from './phone-rules.js';
import { readPhoneText, type PhoneText } from './phone-text.js';

/** One line of one country. */
interface Line {
  readonly callingCode: string;
  readonly national: string;
  readonly placeholder: boolean;
  /** Digits that the plan demands today were put in. */
  readonly repaired: boolean;
}

const CALLING_CODES: ReadonlySet<string> = new Set(getCountries().map((country) => getCountryCallingCode(country)));
/** WhatsApp ids carry the country code without `+`; from this length on no country's national number is as long. */
const SURELY_INTERNATIONAL_DIGITS = 13;
/** Lengths of made-up numbers that no numbering plan knows, such as 0000000000. */
const MADE_UP = { min: 7, max: 12 };
/** Subscriber digits that, all equal, nobody holds but who makes a number up. */
const REPEATED_TAIL = /(\d)\1{6}$/;
/** North America: directory assistance and the number of films. */
const FAKE_NANP = /555(?:1212|1234)$/;

const ALLOWED = 'a phone number is + with country code and number, or the national number with its area code';

/**
 * Reads a phone number. `+`, `00` and WhatsApp ids say the country themselves; otherwise the record's address does, then
 * its source, else COUNTRY_UNKNOWN. Canonical: E.164, with `;ext=` (RFC 3966) when there is an extension: another line,
 * so it is part of the match key too. Numbers that nobody holds (5555555555, 1234567890) are placeholders.
 */
export function normalisePhone(value: string, namespace: string, context: NormaliseContext): NormaliseResult {
  if (namespace !== '') return refused('INVALID_NAMESPACE', 'a phone number has no namespace: leave it empty');
  const text = readPhoneText(value);
  if (text === 'SEVERAL') return refused('INVALID_VALUE', 'send each phone number as an identifier of its own');
  if (text === 'NOT_A_NUMBER') return refused('INVALID_VALUE', ALLOWED);
  const country = text.international ? null : contextCountry(context);
  const line = findLine(text, country);
  if (line) return identify(line, text.extension);
  if (text.international || country) return refused('INVALID_VALUE', ALLOWED);
  return refused('COUNTRY_UNKNOWN', `${ALLOWED} and the country of the record's address or of its source`);
}

function findLine(text: PhoneText, country: CountryCode | null): Line | null {
  const { digits } = text;
  if (text.international) return internationalLine(digits);
  if (country) {
    const callingCode = getCountryCallingCode(country);
    const own = nationalLine(callingCode, digits, country);
    if (own) return own;
    if (digits.startsWith(callingCode)) {
      const line = internationalLine(digits);
      if (line) return line;
    }
  }
  return digits.length >= SURELY_INTERNATIONAL_DIGITS ? internationalLine(digits) : null;
}

function internationalLine(digits: string): Line | null {
  const callingCode = callingCodeOf(digits);
  return callingCode === null ? null : nationalLine(callingCode, digits.slice(callingCode.length), null);
}

/** Country calling codes are free of prefixes, so at most one fits. */
function callingCodeOf(digits: string): string | null {
  for (const length of [1, 2, 3]) {
    const code = digits.slice(0, length);
    if (CALLING_CODES.has(code)) return code;
  }
  return null;
}

/** @param country set when the digits are as dialled within it, so that its trunk prefixes are known */
function nationalLine(callingCode: string, digits: string, country: CountryCode | null): Line | null {
  const national = repairNational(callingCode, digits);
  const parsed = parse(country ? national : `+${callingCode}${national}`, country);
  if (parsed?.isValid()) {
    return {
      callingCode: parsed.countryCallingCode,
      national: parsed.nationalNumber,
      placeholder: isMadeUp(parsed.nationalNumber, parsed.countryCallingCode),
      repaired: national.length > digits.length,
    };
  }
  const fits = digits.length >= MADE_UP.min && digits.length <= MADE_UP.max;
  const madeUp = fits && (isRepeated(digits) || isAscending(digits));
  return madeUp ? { callingCode, national: digits, placeholder: true, repaired: false } : null;
}

function parse(text: string, country: CountryCode | null): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, country ? { defaultCountry: country, extract: false } : { extract: false });
}

function isMadeUp(national: string, callingCode: string): boolean {
  if (REPEATED_TAIL.test(national) || isAscending(national)) return true;
  return callingCode === '1' && FAKE_NANP.test(national);
}

/** 987654321 is left out: a mobile of Chile or Peru that somebody may hold; `maxRecords` takes care of its abuse. */
function isAscending(digits: string): boolean {
  return isSequence(digits) && !digits.startsWith('9');
}

function identify(line: Line, extension: string): NormaliseResult {
  const e164 = `+${line.callingCode}${line.national}`;
  const suffix = extension === '' ? '' : `;ext=${extension}`;
  const notes: IdentifierNote[] = [];
  if (line.repaired) notes.push('repaired');
  if (extension !== '') notes.push('extension');
  return understood({
    type: 'PHONE',
    canonical: `${e164}${suffix}`,
    matchKey: `${phoneMatchKey(e164)}${suffix}`,
    display: masked(line, extension),
    quality: line.placeholder ? 'placeholder' : 'ok',
    notes,
  });
}

/** Country code and the last four digits (two of a short number): `+52 ** **** 5678`. */
function masked({ callingCode, national }: Line, extension: string): string {
  const shown = national.length >= 8 ? 4 : 2;
  const hidden = Math.max(national.length - shown, 0);
  const stars = hidden > 4 ? `${'*'.repeat(hidden - 4)} ****` : '*'.repeat(hidden);
  return `+${callingCode} ${stars} ${national.slice(hidden)}${extension === '' ? '' : ' ext. ***'}`;
}
