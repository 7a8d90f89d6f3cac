import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from './edit-distance.js';

const seed = Number(process.env['FC_SEED'] ?? 20_260_131);

/** Optimal string alignment from its definition, without a table. */
function oracle(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [tailA, tailB] = [a.slice(1), b.slice(1)];
  const steps = [oracle(tailA, b) + 1, oracle(a, tailB) + 1, oracle(tailA, tailB) + (a[0] === b[0] ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) steps.push(oracle(a.slice(2), b.slice(2)) + 1);
  return Math.min(...steps);
}

describe(`editDistance (seed ${seed})`, () => {
  test('equals the definition up to its maximum', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, max) => {
        expect(editDistance(a, b, max)).toBe(Math.min(oracle(a, b), max + 1));
      }),
      { seed, numRuns: 3_000 },
    );
  });

  test('words of any length are answered', () => {
    expect(editDistance('a'.repeat(5_000), 'a'.repeat(5_001), 2)).toBe(3);
    expect(editDistance('a'.repeat(64), `${'a'.repeat(63)}b`, 2)).toBe(1);
  });
});
