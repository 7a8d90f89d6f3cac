import { isRepeated, isSequence } from '../placeholder.js';
import type { Scheme } from './scheme.types.js';

/** Numbers that appeared in advertisements and were used by thousands (Social Security Administration, history page). */
const ADVERTISED: ReadonlySet<string> = new Set(['078051120', '219099999', '457555462']);

/**
 * Nine digits without a check digit; the last four alone are shared by thousands and refused. Area 000, 666 and 9xx, group
 * 00 and serial 0000 are never issued (SSA, POMS RM 10201.035).
 */
const ssn: Scheme = {
  namespace: 'US-SSN',
  names: ['SSN'],
  allowed: 'a Social Security number has 9 digits',
  read({ compact }) {
    if (!/^\d{9}$/.test(compact)) return 'INVALID_VALUE';
    if (isRepeated(compact) || isSequence(compact) || ADVERTISED.has(compact)) {
      return { canonical: compact, placeholder: true };
    }
    if (!/^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/.test(compact)) return 'INVALID_VALUE';
    return { canonical: compact, notes: ['unchecked'] };
  },
};

export const UNITED_STATES: readonly Scheme[] = [ssn];
