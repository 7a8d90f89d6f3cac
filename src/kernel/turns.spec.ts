import { describe, expect, test } from '@jest/globals';
import { atOnce, inTurns, ITEMS_PER_TURN, mapping, servedInTurns } from './turns.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const double = (value: number): number => value * 2;

/** Turns of the event loop that others get while `work` is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    if (isOver) return;
    turns += 1;
    setImmediate(count);
  };
  setImmediate(count);
  await work;
  isOver = true;
  return turns;
}

describe('work in steps', () => {
  test('comes to the same at once and in turns', async () => {
    const all = numbers(ITEMS_PER_TURN * 3 + 1);
    expect(atOnce(mapping(all, double))).toEqual(all.map(double));
    expect(await inTurns(mapping(all, double))).toEqual(all.map(double));
  });

  test('gives others a turn after each slice, and none when there is little to do', async () => {
    expect(await turnsDuring(inTurns(mapping(numbers(ITEMS_PER_TURN * 5 + 1), double)))).toBeGreaterThanOrEqual(4);
    expect(await turnsDuring(inTurns(mapping(numbers(ITEMS_PER_TURN - 1), double)))).toBe(0);
  });

  test('throws what a step throws', async () => {
    const work = mapping(numbers(ITEMS_PER_TURN * 2), (value) => {
      if (value > ITEMS_PER_TURN) throw new RangeError('too many');
      return value;
    });
    await expect(inTurns(work)).rejects.toThrow('too many');
  });
});

describe('a list served in turns', () => {
  test('is the same list, a slice at a time', async () => {
    const all = numbers(ITEMS_PER_TURN * 4);
    const served = servedInTurns(all);
    const taken = Promise.all(served.map((each) => Promise.resolve(each)));
    expect(served.slice(0, ITEMS_PER_TURN)).toEqual(all.slice(0, ITEMS_PER_TURN));
    expect(await turnsDuring(taken)).toBeGreaterThanOrEqual(2);
    expect(await taken).toEqual(all);
  });
});
