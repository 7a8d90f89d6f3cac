import { describe, expect, test } from '@jest/globals';
import { DEFAULT_BREAKER } from '../policy/default-policy.js';
import { countedFrom, verdict } from './verdict.js';

const policy = { ...DEFAULT_BREAKER, mergesMin: 200, mergesPerHundred: 25, growthMax: 1_000 };

describe('verdict', () => {
  test.each([
    ['few merges, however few records brought them', { records: 1, merges: 199 }, 0, null],
    ['as many merges as are looked at, of records that all merged', { records: 200, merges: 200 }, 0, 'MERGES'],
    ['exactly as many as are allowed', { records: 800, merges: 200 }, 0, null],
    ['one more', { records: 800, merges: 201 }, 0, 'MERGES'],
    ['a record that merges several customers', { records: 10, merges: 300 }, 0, 'MERGES'],
    ['a customer that grew as far as it may', { records: 5_000, merges: 0 }, 1_000, null],
    ['one that grew further', { records: 5_000, merges: 0 }, 1_001, 'GROWTH'],
    ['both', { records: 800, merges: 201 }, 1_001, 'MERGES'],
  ] as const)('of %s', (_, count, gained, cause) => {
    expect(verdict(count, gained, policy)).toBe(cause);
  });

  test('looks at customers large enough to have grown too fast', () => {
    expect(countedFrom(policy)).toBe(500);
  });
});
