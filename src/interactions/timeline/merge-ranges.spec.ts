import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Place } from '../interaction.types.js';
import { comparePlaces, mergeRanges, type LookedRange } from './merge-ranges.js';

const place = (at: number, id = 'x'): Place => ({ at, id });
const self = (item: Place): Place => item;

describe('mergeRanges', () => {
  test('takes the newest of all ranges; ids decide between equal moments', () => {
    const ranges = [
      { items: [place(9), place(5, 'a')], stoppedAt: null },
      { items: [place(7), place(5, 'b')], stoppedAt: null },
    ];
    const page = mergeRanges(ranges, self, 3, 'newest-first');
    expect(page).toEqual({ items: [place(9), place(7), place(5, 'b')], hasMore: true, end: place(5, 'b') });
  });

  test('a page ends where a range was not looked at further, even an empty one', () => {
    const ranges = [
      { items: [place(9), place(3)], stoppedAt: null },
      { items: [], stoppedAt: place(6) },
    ];
    expect(mergeRanges(ranges, self, 5, 'newest-first')).toEqual({ items: [place(9)], hasMore: true, end: place(6) });
  });

  test('the end of everything', () => {
    expect(mergeRanges([{ items: [place(1)], stoppedAt: null }], self, 1, 'oldest-first')).toEqual({
      items: [place(1)],
      hasMore: false,
      end: place(1),
    });
    expect(mergeRanges([], self, 1, 'oldest-first')).toEqual({ items: [], hasMore: false, end: null });
  });
});

const histories = fc.array(
  fc.array(fc.record({ at: fc.integer({ min: 0, max: 9 }), id: fc.uuid(), isShown: fc.boolean() }), { maxLength: 12 }),
  { maxLength: 4 },
);
const orders = fc.constantFrom('newest-first', 'oldest-first');
type Kept = Place & { readonly isShown: boolean };

test('pages of any size and looks of any depth give everything once, in order', () => {
  fc.assert(
    fc.property(
      histories,
      orders,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 6 }),
      (subjects, order, size, more) => {
        const sign = order === 'newest-first' ? -1 : 1;
        const compare = (one: Place, other: Place) => sign * comparePlaces(one, other);
        const scan = size + 1 + more;
        const found: Kept[] = [];
        let from: Place | null = null;
        for (let pages = 0; pages < 200; pages += 1) {
          const behind: Place | null = from;
          const looks = subjects.map((subject): LookedRange<Kept> => {
            const sorted = [...subject].sort(compare).filter((each) => behind === null || compare(each, behind) > 0);
            const looked = sorted.slice(0, scan);
            const last = looked.at(-1);
            const stoppedAt = looked.length < scan || !last ? null : { at: last.at, id: last.id };
            return { items: looked.filter(({ isShown }) => isShown).slice(0, size + 1), stoppedAt };
          });
          const page = mergeRanges(looks, self, size, order);
          found.push(...(page.items as Kept[]));
          if (!page.hasMore) break;
          from = page.end;
        }
        const expected = subjects.flat().filter(({ isShown }) => isShown);
        expect(found).toEqual(expected.sort(compare));
      },
    ),
    { numRuns: 500 },
  );
});
