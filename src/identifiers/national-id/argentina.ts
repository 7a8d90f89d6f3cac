import { validate as validateCuit } from 'stdnum/lib/cjs/ar/cuit.js';
import { isRepeated, isSequence } from '../placeholder.js';
import { readFixedDigits } from './check.js';
import type { Scheme } from './scheme.types.js';

/** Seven or eight digits without a check digit; zeros in front say nothing. */
const dni: Scheme = {
  namespace: 'AR-DNI',
  names: ['DNI'],
  allowed: 'an Argentine DNI has 7 or 8 digits',
  read({ compact }) {
    if (!/^\d{7,9}$/.test(compact)) return 'INVALID_VALUE';
    if (isRepeated(compact)) return { canonical: compact, placeholder: true };
    const canonical = compact.replace(/^0+/, '');
    if (canonical.length < 7 || canonical.length > 8) return 'INVALID_VALUE';
    return { canonical, placeholder: isRepeated(canonical) || isSequence(canonical) };
  },
};

/** CUIT (tax), CUIL (work) and CDI are one numbering: a person has the same digits in each. */
const cuit: Scheme = {
  namespace: 'AR-CUIT',
  names: ['CUIT', 'CUIL', 'CDI'],
  allowed: 'a CUIT or CUIL has 11 digits',
  read({ compact }) {
    const reading = readFixedDigits(validateCuit, compact, { length: 11, lostZeros: 0, checkDigits: 1 });
    if (typeof reading === 'string') return reading;
    const document = reading.canonical.slice(2, 10);
    return { ...reading, placeholder: reading.placeholder || isRepeated(document) || isSequence(document) };
  },
};

export const ARGENTINA: readonly Scheme[] = [dni, cuit];
