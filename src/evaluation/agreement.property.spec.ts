import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bCubed, pairwise, pairwiseOfSource, type Labelled } from './agreement.js';

const label = (names: string[]) => fc.constantFrom(...names);
const labelled = fc.array(
  fc.record({ source: label(['a', 'b', 'c']), predicted: label(['1', '2', '3', '4']), actual: label(['x', 'y', 'z']) }),
  { maxLength: 25 },
);

/** The definition: look at every pair. */
function byEnumeration(records: readonly Labelled[], source?: string) {
  let [found, claimed, actual] = [0, 0, 0];
  records.forEach((left, at) => {
    for (const right of records.slice(at + 1)) {
      if (source !== undefined && left.source !== source && right.source !== source) continue;
      const [isClaimed, isActual] = [left.predicted === right.predicted, left.actual === right.actual];
      found += isClaimed && isActual ? 1 : 0;
      claimed += isClaimed ? 1 : 0;
      actual += isActual ? 1 : 0;
    }
  });
  return { found, claimed, actual };
}

/** The definition: for each record look at every other. */
function bCubedByEnumeration(records: readonly Labelled[], source?: string) {
  const judged = records.filter((record) => source === undefined || record.source === source);
  const mean = (of: (record: Labelled) => number) =>
    judged.length === 0 ? 1 : judged.reduce((sum, record) => sum + of(record), 0) / judged.length;
  const both = (one: Labelled) =>
    records.filter((each) => each.predicted === one.predicted && each.actual === one.actual).length;
  return {
    precision: mean((one) => both(one) / records.filter((each) => each.predicted === one.predicted).length),
    recall: mean((one) => both(one) / records.filter((each) => each.actual === one.actual).length),
  };
}

test('counting overlaps equals enumerating pairs', () => {
  fc.assert(
    fc.property(labelled, (records) => {
      expect(pairwise(records)).toMatchObject(byEnumeration(records));
      for (const source of ['a', 'b']) {
        expect(pairwiseOfSource(records, source)).toMatchObject(byEnumeration(records, source));
      }
    }),
    { verbose: true },
  );
});

test('B-cubed equals its definition', () => {
  fc.assert(
    fc.property(labelled, (records) => {
      for (const source of [undefined, 'a']) {
        const [fast, slow] = [bCubed(records, source), bCubedByEnumeration(records, source)];
        expect(fast.precision).toBeCloseTo(slow.precision, 9);
        expect(fast.recall).toBeCloseTo(slow.recall, 9);
      }
    }),
    { verbose: true },
  );
});
