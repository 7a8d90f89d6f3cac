import { describe, expect, test } from '@jest/globals';
import {
  arrivalToken,
  instantOrder,
  isWordedAs,
  NEVER_WRITTEN,
  orderOfVersion,
  sameKind,
  versionToken,
} from './versions.js';

const order = (version: string): string => orderOfVersion(version) ?? 'none';

describe('orders', () => {
  test.each([
    ['9', '10'],
    ['0', '1'],
    ['007', '8'],
    ['99999999999999999998', '99999999999999999999'],
    ['2024-02-28T23:59:59Z', '2024-02-29T00:00:00Z'],
    ['2024-05-01T12:00:00.1Z', '2024-05-01T12:00:00.100000001Z'],
    ['2024-05-01T12:00:00+02:00', '2024-05-01T12:00:00Z'],
    ['0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z'],
  ])('%s is before %s', (older, newer) => {
    expect(order(older) < order(newer)).toBe(true);
  });

  test('the same version written otherwise is the same', () => {
    expect(order('7')).toBe(order('007'));
    expect(order('2024-05-01T12:00:00Z')).toBe(order('2024-05-01T09:00:00.000-03:00'));
    expect(order('2024-05-01 12:00:00z')).toBe(instantOrder(Date.UTC(2024, 4, 1, 12)));
  });

  test.each([
    '',
    '-1',
    '1.5',
    'v2',
    '123456789012345678901',
    '2024-02-30T00:00:00Z',
    '2024-05-01',
    '2024-05-01T12:00:00',
  ])('%p is no version', (version) => {
    expect(orderOfVersion(version)).toBeNull();
  });

  test('numbers and instants cannot be compared; no version compares with both', () => {
    expect(sameKind(order('1'), order('2024-05-01T12:00:00Z'))).toBe(false);
    expect(sameKind('', order('1'))).toBe(true);
    expect(sameKind(order('1'), order('2'))).toBe(true);
  });
});

describe('tokens', () => {
  test('in one version: DELETE over PATCH over REPLACE, then the greater hash', () => {
    const at = order('3');
    const tokens = [
      versionToken(order('2'), 'DELETE', 'ffff'),
      versionToken(at, 'REPLACE', 'aaaa'),
      versionToken(at, 'REPLACE', 'bbbb'),
      versionToken(at, 'PATCH', 'aaaa'),
      versionToken(at, 'DELETE', '0000'),
      versionToken(order('4'), 'REPLACE', '0000'),
    ];
    expect([...tokens].sort()).toEqual(tokens);
  });

  test('what comes without a version is newer than all before it, and older than the next version', () => {
    const first = arrivalToken(NEVER_WRITTEN, 'REPLACE', 'a');
    const second = arrivalToken(first, 'REPLACE', 'a');
    const versioned = versionToken(order('0'), 'REPLACE', 'a');
    const third = arrivalToken(versioned, 'REPLACE', 'a');
    const tokens = [NEVER_WRITTEN, first, second, versioned, third, versionToken(order('1'), 'REPLACE', 'a')];
    expect([...tokens].sort()).toEqual(tokens);
  });

  test('know the kind and the content of their change', () => {
    const token = versionToken(order('1'), 'DELETE', 'abc');
    expect(isWordedAs(token, 'DELETE', 'abc')).toBe(true);
    expect(isWordedAs(token, 'REPLACE', 'abc')).toBe(false);
    expect(isWordedAs(token, 'DELETE', 'abd')).toBe(false);
  });
});
