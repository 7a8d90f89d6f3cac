import { validate as validateCnpj } from 'stdnum/lib/cjs/br/cnpj.js';
import { validate as validateCpf } from 'stdnum/lib/cjs/br/cpf.js';
import { isRepeated } from '../placeholder.js';
import { check, readFixedDigits } from './check.js';
import type { Scheme } from './scheme.types.js';

const cpf: Scheme = {
  namespace: 'BR-CPF',
  names: ['CPF'],
  allowed: 'a CPF has 11 digits',
  read({ compact }) {
    return readFixedDigits(validateCpf, compact, { length: 11, lostZeros: 3, checkDigits: 2 });
  },
};

/** Since July 2026 the first twelve characters may be letters, so only an all-digit one can have lost zeros. */
const cnpj: Scheme = {
  namespace: 'BR-CNPJ',
  names: ['CNPJ'],
  allowed: 'a CNPJ has 12 letters or digits and 2 check digits',
  read({ compact }) {
    if (/^\d+$/.test(compact)) {
      return readFixedDigits(validateCnpj, compact, { length: 14, lostZeros: 2, checkDigits: 2 });
    }
    if (!/^[0-9A-Z]{12}\d\d$/.test(compact)) return 'INVALID_VALUE';
    const outcome = check(validateCnpj, compact);
    return outcome === 'ok' ? { canonical: compact, placeholder: isRepeated(compact.slice(0, 12)) } : outcome;
  },
};

export const BRAZIL: readonly Scheme[] = [cpf, cnpj];
