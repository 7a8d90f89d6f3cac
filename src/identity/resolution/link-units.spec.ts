import { describe, expect, test } from '@jest/globals';
import { identifierKey, recordKey } from '../../kernel/ids.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import type { Evidence } from './evidence.types.js';
import { crowdLimit, linkable, unitKey } from './link-units.js';
import { NOBODY } from './persons/person.types.js';

const phone = identifierKey('default', 'PHONE', '', '1');

/** A phone that so many records hold in each of its tenures. */
function held(...sizes: readonly number[]): Evidence {
  const records = sizes.flatMap((size, tenure) =>
    Array.from({ length: size }, (_, index) => ({
      ...{ key: recordKey('crm', `${tenure}-${index}`), realm: 'default', person: NOBODY },
      attachments: [{ identifier: phone, type: 'PHONE', namespace: '', capturedAt: null, tenure, active: true }],
    })),
  );
  return { records, decisions: [], blocked: new Set(), generic: new Set() };
}

const tenures = (evidence: Evidence): number[] => linkable(evidence, DEFAULT_POLICY).units.map((unit) => unit.tenure);

describe('the tenures in which an identifier links', () => {
  test('are those that no more than maxRecords hold', () => {
    expect(tenures(held(31, 30, 2))).toEqual([1, 2]);
    expect(tenures({ ...held(3, 2), genericTenures: new Set([unitKey({ identifier: phone, tenure: 0 })]) })).toEqual([
      1,
    ]);
  });

  test('are none when far too many hold it in all', () => {
    const most = crowdLimit(DEFAULT_POLICY, 'PHONE');
    expect(tenures(held(most - 2, 2))).toEqual([1]);
    expect(tenures(held(most - 1, 2))).toEqual([]);
  });
});
