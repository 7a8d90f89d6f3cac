import { validate as validateNit } from 'stdnum/lib/cjs/co/nit.js';
import { isRepeated, isSequence } from '../placeholder.js';
import { check } from './check.js';
import type { Scheme, SchemeReading, SchemeRefusal, WrittenId } from './scheme.types.js';

/** Cédula de ciudadanía: up to eight digits, or ten that begin with 1; no check digit. The library has none. */
const cedula: Scheme = {
  namespace: 'CO-CC',
  names: ['CC', 'CEDULA'],
  allowed: 'a cédula de ciudadanía has 5 to 10 digits and no check digit',
  read({ compact, checkDigitSetApart }) {
    if (checkDigitSetApart || !/^\d{5,10}$/.test(compact)) return 'INVALID_VALUE';
    if (isRepeated(compact)) return { canonical: compact, placeholder: true };
    const canonical = compact.replace(/^0+/, '');
    if (canonical.length < 5) return 'INVALID_VALUE';
    return { canonical, placeholder: isRepeated(canonical) || isSequence(canonical) };
  },
};

/** Weights of the check digit from the right (DIAN, Orden Administrativa 4 of 1989). */
const NIT_WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];

/** Canonical: number, hyphen, check digit. Match key: the number, since most sources leave the check digit out. */
const nit: Scheme = {
  namespace: 'CO-NIT',
  names: ['NIT'],
  allowed: 'a NIT has 6 to 10 digits, and its check digit behind a hyphen',
  read({ compact, checkDigitSetApart }) {
    if (!/^\d{6,11}$/.test(compact)) return 'INVALID_VALUE';
    if (isRepeated(compact)) return nitReading(compact.slice(0, checkDigitSetApart ? -1 : 10), true);
    const significant = compact.replace(/^0+/, '');
    if (significant.length < 6) return 'INVALID_VALUE';
    const reading = nitNumber({ compact: significant, checkDigitSetApart });
    if (typeof reading === 'string') return reading;
    const { number } = reading;
    return nitReading(number, isRepeated(number) || isSequence(number));
  },
};

/**
 * The number without its check digit. Nobody says whether the last digit is one, so: behind a hyphen it is; eleven digits
 * have one; nine that begin with 8 or 9 are a company without one; ten have one, unless they begin with 1 and it does not
 * hold (a cédula of ten digits); nine others have one when it holds (a cédula of eight); fewer have none.
 */
function nitNumber({ compact, checkDigitSetApart }: WrittenId): { number: string } | SchemeRefusal {
  const holds = check(validateNit, compact.padStart(8, '0')) === 'ok';
  const withoutLast = { number: compact.slice(0, -1) };
  const whole = { number: compact };
  if (checkDigitSetApart || compact.length === 11) return holds ? withoutLast : 'CHECK_DIGIT';
  if (compact.length === 10 && !holds) return compact.startsWith('1') ? whole : 'CHECK_DIGIT';
  if (compact.length === 10) return withoutLast;
  return compact.length === 9 && holds && !/^[89]/.test(compact) ? withoutLast : whole;
}

function nitReading(number: string, placeholder: boolean): SchemeReading {
  return { canonical: `${number}-${nitCheckDigit(number)}`, matchKey: number, placeholder };
}

function nitCheckDigit(number: string): number {
  const digits = Array.from(number, Number).reverse();
  const sum = digits.reduce((total, digit, index) => total + digit * (NIT_WEIGHTS[index] ?? 0), 0) % 11;
  return sum < 2 ? sum : 11 - sum;
}

export const COLOMBIA: readonly Scheme[] = [cedula, nit];
