import { validate as validateCedula } from 'stdnum/lib/cjs/ec/ci.js';
import { validate as validateRuc } from 'stdnum/lib/cjs/ec/ruc.js';
import { readFixedDigits } from './check.js';
import type { Scheme } from './scheme.types.js';

/** Provinces 01 to 09 lose their zero in spreadsheets. */
const cedula: Scheme = {
  namespace: 'EC-CEDULA',
  names: ['CEDULA', 'CI'],
  allowed: 'an Ecuadorian cédula has 10 digits',
  read({ compact }) {
    return readFixedDigits(validateCedula, compact, { length: 10, lostZeros: 1, checkDigits: 1 });
  },
};

/** The last three digits number the taxpayer's establishments, so the match key leaves them out. */
const ruc: Scheme = {
  namespace: 'EC-RUC',
  names: ['RUC'],
  allowed: 'an Ecuadorian RUC has 13 digits',
  read({ compact }) {
    const reading = readFixedDigits(validateRuc, compact, { length: 13, lostZeros: 1, checkDigits: 4 });
    return typeof reading === 'string' ? reading : { ...reading, matchKey: reading.canonical.slice(0, 10) };
  },
};

export const ECUADOR: readonly Scheme[] = [cedula, ruc];
