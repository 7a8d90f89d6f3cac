import { describe, expect, test } from '@jest/globals';
import { type CustomerId, recordKey } from '../../kernel/ids.js';
import { assignIds, type FormerCustomer, type LiveCustomer } from './assign-ids.js';

const keys = (text: string): ReturnType<typeof recordKey>[] =>
  text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => recordKey('s', each));

/** A former customer with records as `'a b'`. */
function former(id: string, records: string, { known = false, createdAt = 1 } = {}): FormerCustomer {
  return { id: id as CustomerId, createdAt, known, records: keys(records) };
}

interface Past {
  readonly known?: boolean;
  readonly createdAt?: number;
  readonly before?: string;
  readonly absorbed?: readonly (FormerCustomer & { heldElsewhere?: number })[];
}

function live(id: string, records: string, { before, absorbed = [], ...rest }: Past = {}): LiveCustomer {
  return {
    ...former(id, records, rest),
    absorbed: absorbed.map((each) => ({ heldElsewhere: 0, ...each })),
    recordsBeforeMerges: keys(before ?? records),
  };
}

/** `id: records`, with what it ended and whether it came back. */
function assigned(groups: readonly string[], customers: LiveCustomer[], emptied: FormerCustomer[] = []): string[] {
  let fresh = 0;
  const newId = (): string => `new${(fresh += 1)}`;
  const result = assignIds(groups.map(keys), customers, emptied, newId);
  const lines = result.customers.map(({ id, records, revived, retired }) => {
    const held = records.map((each) => each.slice(2)).join(' ');
    return `${id}: ${held}${revived ? ' (revived)' : ''}${retired.length > 0 ? ` ends ${retired.join(' ')}` : ''}`;
  });
  return [...lines, ...result.emptied.map((id) => `${id} emptied`)];
}

describe('one group of records', () => {
  test('nobody had before gets a new id', () => {
    expect(assigned(['a b'], [])).toEqual(['new1: a b']);
  });

  test('keeps the id it had, whatever it gains or loses', () => {
    expect(assigned(['a c'], [live('x', 'a b')])).toEqual(['x: a c']);
  });

  test('of which none is left empties its id', () => {
    expect(assigned([], [live('x', 'a')])).toEqual(['x emptied']);
  });
});

describe('the survivor of a merge', () => {
  test('is the known customer before a larger anonymous one', () => {
    expect(assigned(['a b c'], [live('x', 'a b'), live('y', 'c', { known: true })])).toEqual(['y: a b c ends x']);
  });

  test('then the one with more records', () => {
    expect(assigned(['a b c'], [live('x', 'a', { createdAt: 1 }), live('y', 'b c', { createdAt: 2 })])).toEqual([
      'y: a b c ends x',
    ]);
  });

  test('then the older, then the smaller id', () => {
    expect(assigned(['a b'], [live('x', 'a', { createdAt: 2 }), live('y', 'b', { createdAt: 1 })])).toEqual([
      'y: a b ends x',
    ]);
    expect(assigned(['a b'], [live('y', 'a'), live('x', 'b')])).toEqual(['x: a b ends y']);
  });

  test('is as old as the oldest of them', () => {
    const customers = [live('x', 'a b', { createdAt: 5 }), live('y', 'c', { createdAt: 2 })];
    expect(assignIds([keys('a b c')], customers, [], () => 'new').customers[0]?.createdAt).toBe(2);
    expect(assignIds([keys('d')], [], [], () => 'new').customers[0]?.createdAt).toBeNull();
  });
});

describe('a split', () => {
  test('leaves the id with most of the records, and other customers alone', () => {
    expect(assigned(['a b', 'c', 'd'], [live('x', 'a b c'), live('y', 'd')])).toEqual(['x: a b', 'new1: c', 'y: d']);
  });

  test('of equal parts leaves it with the smallest record key', () => {
    expect(assigned(['b', 'a'], [live('x', 'a b')])).toEqual(['new1: b', 'x: a']);
  });

  test('gives back the id that was merged away, and the survivor what it had before', () => {
    const x = live('x', 'a b c', { before: 'a', absorbed: [former('y', 'b c')] });
    expect(assigned(['a', 'b c'], [x])).toEqual(['x: a', 'y: b c (revived)']);
  });

  test('lets one of several retired ids have a group: the survivor by the rule of merges', () => {
    const x = live('x', 'a b c', { before: 'a', absorbed: [former('y', 'b'), former('z', 'c', { known: true })] });
    expect(assigned(['a', 'b c'], [x])).toEqual(['x: a', 'z: b c (revived)']);
  });

  test('does not revive an id for a group that a live one claims with as much', () => {
    const x = live('x', 'a b', { before: 'a', absorbed: [former('y', 'b', { createdAt: 0 })] });
    expect(assigned(['a b', 'c'], [{ ...x, records: keys('a b c') }])).toEqual(['x: a b', 'new1: c']);
  });

  test('ends an id whose part goes to a stronger customer', () => {
    expect(assigned(['a c d', 'b'], [live('x', 'a b'), live('y', 'c d', { known: true })])).toEqual([
      'y: a c d ends x',
      'new1: b',
    ]);
  });
});

describe('records that became somebody else’s', () => {
  test('give no claim to the customer that had them before its merges', () => {
    const x = live('x', 'b c', { before: 'a', createdAt: 1 });
    expect(assigned(['a', 'b', 'c'], [x, live('y', 'a', { createdAt: 2 })])).toEqual(['y: a', 'x: b', 'new1: c']);
  });

  test('give no claim to an id that was merged into another customer', () => {
    const x = live('x', 'b c', { absorbed: [former('z', 'a', { known: true })] });
    expect(assigned(['a', 'b', 'c'], [x, live('y', 'a')])).toEqual(['y: a', 'x: b', 'new1: c']);
  });

  test('outside the change keep their retired id from a smaller part', () => {
    const moved = { ...former('y', 'b d e'), heldElsewhere: 2 };
    expect(assigned(['a', 'b'], [live('x', 'a b', { before: 'a', absorbed: [moved] })])).toEqual(['x: a', 'new1: b']);
    const few = { ...former('y', 'b c d'), heldElsewhere: 1 };
    expect(assigned(['a', 'b c'], [live('x', 'a b c', { before: 'a', absorbed: [few] })])).toEqual([
      'x: a',
      'y: b c (revived)',
    ]);
  });
});

describe('a record that returns', () => {
  test('revives the id that was emptied', () => {
    expect(assigned(['a'], [], [former('x', 'a')])).toEqual(['x: a (revived)']);
  });

  test('among others brings it only as far as the rule of merges does', () => {
    expect(assigned(['a b c'], [live('y', 'b c')], [former('x', 'a')])).toEqual(['y: a b c ends x']);
    expect(assigned(['a b c'], [live('y', 'b c')], [former('x', 'a', { known: true })])).toEqual([
      'x: a b c (revived) ends y',
    ]);
  });
});
