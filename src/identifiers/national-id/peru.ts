import { validate as validateCui } from 'stdnum/lib/cjs/pe/cui.js';
import { validate as validateRuc } from 'stdnum/lib/cjs/pe/ruc.js';
import { isRepeated, isSequence } from '../placeholder.js';
import { check, readFixedDigits } from './check.js';
import type { Scheme } from './scheme.types.js';

/** The check character of a DNI may be a letter; each stands for a digit, and the library knows only digits. */
const CHECK_LETTERS: Readonly<Record<string, string>> = {
  K: '6',
  J: '5',
  I: '4',
  H: '3',
  G: '2',
  F: '1',
  E: '1',
  D: '0',
  C: '9',
  B: '8',
  A: '7',
};

/**
 * Eight digits; the check character of the card is verified and left out. Seven digits are refused: a lost zero cannot be
 * told from a lost digit when nothing checks the rest.
 */
const dni: Scheme = {
  namespace: 'PE-DNI',
  names: ['DNI', 'CUI'],
  allowed: 'a Peruvian DNI has 8 digits, and may end in its check character',
  read({ compact }) {
    if (!/^\d{8}[0-9A-K]?$/.test(compact)) return 'INVALID_VALUE';
    const canonical = compact.slice(0, 8);
    if (isRepeated(canonical) || isSequence(canonical)) return { canonical, placeholder: true };
    const checkCharacter = compact.slice(8);
    const outcome = check(validateCui, `${canonical}${CHECK_LETTERS[checkCharacter] ?? checkCharacter}`);
    return outcome === 'ok' ? { canonical } : outcome;
  },
};

/** Of persons (10…) and companies (20…) alike; the library calls every one a company. */
const ruc: Scheme = {
  namespace: 'PE-RUC',
  names: ['RUC'],
  allowed: 'a Peruvian RUC has 11 digits',
  read({ compact }) {
    return readFixedDigits(validateRuc, compact, { length: 11, lostZeros: 0, checkDigits: 1 });
  },
};

export const PERU: readonly Scheme[] = [dni, ruc];
