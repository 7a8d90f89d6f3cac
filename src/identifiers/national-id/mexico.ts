import { validate as validateCurp } from 'stdnum/lib/cjs/mx/curp.js';
import { validate as validateRfc } from 'stdnum/lib/cjs/mx/rfc.js';
import { check } from './check.js';
import type { Scheme } from './scheme.types.js';

/** Generic RFCs of the tax authority for the general public and for foreigners (SAT, Resolución Miscelánea Fiscal 2.7.1.26). */
const GENERIC_RFC: ReadonlySet<string> = new Set(['XAXX010101000', 'XEXX010101000']);
/** Generic CURPs of the payroll receipt for foreigners without one (SAT, catalogue of complement Nómina). */
const GENERIC_CURP: ReadonlySet<string> = new Set(['XEXX010101HNEXXXA4', 'XEXX010101MNEXXXA8']);

const curp: Scheme = {
  namespace: 'MX-CURP',
  names: ['CURP'],
  allowed: 'a CURP has 18 letters and digits',
  read({ compact }) {
    if (GENERIC_CURP.has(compact)) return { canonical: compact, placeholder: true };
    const outcome = check(validateCurp, compact);
    return outcome === 'ok' ? { canonical: compact } : outcome;
  },
};

/** Without its homoclave an RFC is shared by everybody of like name and birth date, so ten characters are refused. */
const rfc: Scheme = {
  namespace: 'MX-RFC',
  names: ['RFC'],
  allowed: 'an RFC has 12 characters (companies) or 13 (persons), homoclave included',
  read({ compact }) {
    if (GENERIC_RFC.has(compact)) return { canonical: compact, placeholder: true };
    if (compact.length < 12) return 'INVALID_VALUE';
    const outcome = check(validateRfc, compact);
    return outcome === 'ok' ? { canonical: compact } : outcome;
  },
};

export const MEXICO: readonly Scheme[] = [curp, rfc];
