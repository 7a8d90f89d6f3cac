import { validate as validateRut } from 'stdnum/lib/cjs/cl/rut.js';
import { isRepeated, isSequence } from '../placeholder.js';
import { check } from './check.js';
import type { Scheme } from './scheme.types.js';

/**
 * RUT and RUN are one number. Canonical: body without zeros in front, hyphen, check character (0-9, K). The library
 * refuses the dots of its own output; they are gone here. A RUT without its check character fails its check, ten times
 * in eleven.
 */
const rut: Scheme = {
  namespace: 'CL-RUT',
  names: ['RUT', 'RUN'],
  allowed: 'a RUT has 6 to 8 digits and its check character (0 to 9 or K)',
  read({ compact }) {
    if (isRepeated(compact) && /^\d{8,9}$/.test(compact)) return placeholder(compact);
    const body = compact.slice(0, -1).replace(/^0+/, '');
    const digit = compact.slice(-1);
    if (!/^\d{6,8}$/.test(body) || !/^[\dK]$/.test(digit)) return 'INVALID_VALUE';
    const outcome = check(validateRut, `${body.padStart(7, '0')}${digit}`);
    if (outcome !== 'ok') return outcome;
    return { canonical: `${body}-${digit}`, placeholder: isRepeated(body) || isSequence(body) };
  },
};

function placeholder(compact: string): { canonical: string; placeholder: true } {
  return { canonical: `${compact.slice(0, -1)}-${compact.slice(-1)}`, placeholder: true };
}

export const CHILE: readonly Scheme[] = [rut];
