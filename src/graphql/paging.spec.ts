import { describe, expect, test } from '@jest/globals';
import { connectionOf, pageSize, placeOf } from './paging.js';

const page = (rows: readonly string[], first: number) =>
  connectionOf(
    rows,
    first,
    (row) => [row, 'x'],
    (row) => row.toUpperCase(),
  );

describe('paging', () => {
  test('a cursor leads back to its place', () => {
    const { edges, pageInfo } = page(['a', 'ñ|', 'c'], 2);
    expect(edges.map((edge) => edge.node)).toEqual(['A', 'Ñ|']);
    expect(pageInfo).toEqual({ hasNextPage: true, endCursor: edges[1]?.cursor });
    expect(placeOf(pageInfo.endCursor, 2)).toEqual(['ñ|', 'x']);
  });

  test('the last page has no next, and an empty one no cursor', () => {
    expect(page(['a', 'b'], 2).pageInfo.hasNextPage).toBe(false);
    expect(page([], 2).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  test('without a cursor the list begins', () => {
    expect(placeOf(null, 2)).toEqual(['', '']);
    expect(placeOf(undefined, 1)).toEqual(['']);
  });

  test.each(['', 'x', '!!', 'bnVsbA', 'WzFd', 'W10', 'WyJhIiwiYiJd'])('%p is no cursor of one part', (cursor) => {
    expect(() => placeOf(cursor, 1)).toThrow('after: is not a cursor of this list');
  });

  test.each([
    [1, true],
    [100, true],
    [0, false],
    [101, false],
    [-1, false],
  ])('a page of %p: %p', (first, fits) => {
    if (fits) expect(pageSize(first)).toBe(first);
    else expect(() => pageSize(first)).toThrow('first: must be from 1 to 100');
  });
});
