import { describe, expect, test } from '@jest/globals';
import type { CustomerId, IdentifierKey } from '../../kernel/ids.js';
import { telling, type Tie } from './telling-ties.js';

const tie = (name: string, ...holders: string[]): Tie => ({
  identifier: name as IdentifierKey,
  decision: null,
  holders,
});
/** Records `a1`, `a2` … are of customer `A`, and so on; those of `n` are new. */
const former = new Map(
  ['a1', 'a2', 'b1', 'b2', 'c1'].map((key) => [key, (key[0] ?? '').toUpperCase() as CustomerId] as const),
);
const told = (...ties: Tie[]): (string | null)[] => telling(ties, former).map((each) => each.identifier);

describe('telling', () => {
  test('names the tie between two customers, and not what held each of them together', () => {
    expect(told(tie('own', 'a1', 'a2'), tie('joins', 'a2', 'b1'), tie('others', 'b1', 'b2'))).toEqual(['joins']);
  });

  test('names the first of two ties between the same customers', () => {
    expect(told(tie('strong', 'a1', 'b1'), tie('weak', 'a2', 'b2'))).toEqual(['strong']);
  });

  test('names each tie where several customers become one', () => {
    expect(told(tie('ab', 'a1', 'b1'), tie('bc', 'b2', 'c1'))).toEqual(['ab', 'bc']);
    expect(told(tie('all', 'a1', 'b1', 'c1'), tie('bc', 'b2', 'c1'))).toEqual(['all']);
  });

  test('names both ties over a new record', () => {
    expect(told(tie('left', 'a1', 'n1'), tie('right', 'n1', 'b1'))).toEqual(['left', 'right']);
  });

  test('leaves out a chain of new records that leads nowhere', () => {
    const chain = [tie('first', 'a1', 'n1'), tie('second', 'n1', 'n2'), tie('third', 'n2', 'n3')];
    expect(told(...chain, tie('joins', 'a2', 'b1'))).toEqual(['joins']);
    expect(told(...chain, tie('joins', 'n3', 'b1'))).toEqual(['first', 'second', 'third', 'joins']);
  });

  test('takes off a new record from a tie that goes on to join others', () => {
    expect(told(tie('joins', 'a1', 'b1', 'n1'), tie('loose', 'n1', 'n2'))).toEqual(['joins']);
  });

  test('does not need the new record that shares the same with its customer', () => {
    expect(told(tie('attaches', 'a1', 'n1'), tie('joins', 'a2', 'b1', 'n1'))).toEqual(['joins']);
  });

  test('is quick for a long chain', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const chain = names.map((name, index) => tie(name, name, names[index + 1] ?? 'a1'));
    expect(told(...chain)).toEqual([]);
  });
});
