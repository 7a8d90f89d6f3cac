import type { Place } from '../interaction.types.js';

/** What a look at one range found, in the order of reading. */
export interface LookedRange<Item> {
  readonly items: readonly Item[];
  /** The last place that was looked at, when there may be more behind it; null at the range's end. */
  readonly stoppedAt: Place | null;
}

/** A page of a timeline in the order of reading. */
export interface MergedPage<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  /** Where to read on; null for an empty page at the end. */
  readonly end: Place | null;
}

/** Order of time; ids decide between equal moments. */
export function comparePlaces(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/**
 * The first `size` items of ranges that are each sorted (a k-way merge). A range that was not looked at to its end says
 * nothing of what lies behind the place where the look stopped, so the page ends at the earliest of these: it may hold
 * fewer than `size` items and still have more behind it.
 */
export function mergeRanges<Item>(
  ranges: readonly LookedRange<Item>[],
  placeOf: (item: Item) => Place,
  size: number,
  order: 'newest-first' | 'oldest-first',
): MergedPage<Item> {
  const sign = order === 'newest-first' ? -1 : 1;
  const compare = (one: Place, other: Place) => sign * comparePlaces(one, other);
  const stops = ranges.flatMap(({ stoppedAt }) => stoppedAt ?? []).sort(compare);
  const cut = stops[0] ?? null;
  const known = ranges
    .flatMap(({ items }) => items)
    .filter((item) => cut === null || compare(placeOf(item), cut) <= 0)
    .sort((one, other) => compare(placeOf(one), placeOf(other)));
  const items = known.slice(0, size);
  const last = items.at(-1);
  if (known.length > size && last) return { items, hasMore: true, end: placeOf(last) };
  return { items, hasMore: cut !== null, end: cut ?? (last ? placeOf(last) : null) };
}
