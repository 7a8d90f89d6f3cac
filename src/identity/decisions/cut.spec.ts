import { describe, expect, test } from '@jest/globals';
import type { IdentifierKey } from '../../kernel/ids.js';
import { cutsAfter, cutsOf } from './cut.js';
import type { Decision, Ruling } from './decision.types.js';

const phone = 'default|PHONE||1' as IdentifierKey;
const other = 'default|PHONE||2' as IdentifierKey;

function cut(cutAt: number, identifier = phone): Decision {
  return {
    ...{ id: `d${cutAt}`, kind: 'CUT', actor: 'a', reason: 'r', decidedAt: 9, expiresAt: null, payloadHash: '', cutAt },
    sides: [{ records: [], identifiers: [identifier] }],
  };
}

function ruling(begin: readonly Decision[], end: readonly Decision[] = []): Ruling {
  return { begin, end: end.map((decision) => ({ decision, status: 'REVOKED', by: null })) };
}

describe('the moments of an identifier', () => {
  test('are those of its own decisions, in the order of time', () => {
    expect(cutsAfter([5], phone, ruling([cut(7), cut(3), cut(4, other)]))).toEqual([3, 5, 7]);
    expect(cutsAfter([3, 5], phone, ruling([], [cut(5), cut(3, other)]))).toEqual([3]);
    expect(cutsAfter([3], phone, ruling([cut(5)], [cut(3)]))).toEqual([5]);
  });

  test('stay while another decision of the same moment holds, and when only others decide', () => {
    expect(cutsAfter([5, 5], phone, ruling([], [cut(5)]))).toEqual([5]);
    expect(cutsAfter([5], phone, ruling([{ ...cut(7), kind: 'BLOCK' }]))).toEqual([5]);
  });

  test('concern the identifiers that are cut', () => {
    expect(cutsOf(ruling([cut(3), { ...cut(1, other), kind: 'BLOCK' }], [cut(5)]))).toEqual([phone]);
  });
});
