import { validate as validateCedula } from 'stdnum/lib/cjs/uy/cedula.js';
import { validate as validateRut } from 'stdnum/lib/cjs/uy/rut.js';
import { readFixedDigits } from './check.js';
import type { Scheme } from './scheme.types.js';

/** Numbers under a million are written with seven digits; the canonical form has eight. */
const cedula: Scheme = {
  namespace: 'UY-CI',
  names: ['CI', 'CEDULA'],
  allowed: 'a Uruguayan cédula has 7 or 8 digits, check digit included',
  read({ compact }) {
    return readFixedDigits(validateCedula, compact, { length: 8, lostZeros: 1, checkDigits: 1 });
  },
};

const rut: Scheme = {
  namespace: 'UY-RUT',
  names: ['RUT'],
  allowed: 'a Uruguayan RUT has 12 digits',
  read({ compact }) {
    return readFixedDigits(validateRut, compact, { length: 12, lostZeros: 0, checkDigits: 1 });
  },
};

export const URUGUAY: readonly Scheme[] = [cedula, rut];
