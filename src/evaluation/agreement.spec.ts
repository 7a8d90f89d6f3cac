import { describe, expect, test } from '@jest/globals';
import { bCubed, pairwise, pairwiseOfSource, type Labelled } from './agreement.js';

/** `a1=x` is a record of source a in predicted cluster 1 and actual cluster x. */
const records = (text: string): Labelled[] =>
  text.split(' ').map((each) => ({ source: each[0] ?? '', predicted: each[1] ?? '', actual: each.slice(3) }));

/** Truth {1,2,3} {4,5} {6}, predicted {1,2} {3,4,5} {6}; sources a a b b b a. */
const SIX = records('a1=x a1=x b2=x b2=y b2=y a3=z');

describe('by hand', () => {
  test('pairs: 2 of the 4 claimed are right, 2 of the 4 actual are found', () => {
    expect(pairwise(SIX)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, found: 2, claimed: 4, actual: 4 });
  });

  test('pairs of one source count every pair that it has a part in', () => {
    // With a: claimed {1,2}; actual {1,2} {1,3} {2,3}.
    expect(pairwiseOfSource(SIX, 'a')).toMatchObject({ found: 1, claimed: 1, actual: 3, precision: 1, recall: 1 / 3 });
    // With b: claimed {3,4} {3,5} {4,5}; actual {1,3} {2,3} {4,5}.
    expect(pairwiseOfSource(SIX, 'b')).toMatchObject({ found: 1, claimed: 3, actual: 3 });
  });

  test('B-cubed: the mean of each record’s shares', () => {
    // Precision 1, 1, 1/3, 2/3, 2/3, 1 and recall 2/3, 2/3, 1/3, 1, 1, 1.
    const { precision, recall, f1 } = bCubed(SIX);
    expect(precision).toBeCloseTo(14 / 18, 12);
    expect(recall).toBeCloseTo(14 / 18, 12);
    expect(f1).toBeCloseTo(14 / 18, 12);
    expect(bCubed(SIX, 'a').recall).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 3, 12);
    expect(bCubed(SIX, 'b').precision).toBeCloseTo((1 / 3 + 2 / 3 + 2 / 3) / 3, 12);
  });
});

describe('at the edges', () => {
  test('claiming nothing is precise and finds nothing', () => {
    const apart = records('a1=x a2=x');
    expect(pairwise(apart)).toMatchObject({ precision: 1, recall: 0, f1: 0 });
    expect(bCubed(apart)).toMatchObject({ precision: 1, recall: 0.5 });
  });

  test('no records at all', () => {
    expect(pairwise([])).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(bCubed([])).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  });

  test('names of clusters that would collide when glued together stay apart', () => {
    const odd = [
      { source: 'a', predicted: 'p|', actual: 'q' },
      { source: 'a', predicted: 'p', actual: '|q' },
    ];
    expect(pairwise(odd)).toMatchObject({ found: 0, claimed: 0, actual: 0 });
  });
});
