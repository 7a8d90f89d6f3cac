/**
 * How well one partition of records agrees with another, counted from the sizes of their overlaps instead of from
 * pairs: linear in the records, however large a cluster is.
 */

/** One record's cluster by the prediction and by the truth. */
export interface Labelled {
  readonly source: string;
  readonly predicted: string;
  readonly actual: string;
}

export interface Figures {
  /** 1 when nothing was claimed: no claim is wrong. */
  readonly precision: number;
  /** 1 when there was nothing to find. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
}

export interface PairFigures extends Figures {
  /** Pairs that prediction and truth both join. */
  readonly found: number;
  /** Pairs that the prediction joins. */
  readonly claimed: number;
  /** Pairs that the truth joins. */
  readonly actual: number;
}

interface PairCounts {
  readonly found: number;
  readonly claimed: number;
  readonly actual: number;
}

const pairsOf = (records: number) => (records * (records - 1)) / 2;

function sizesOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const item of items) sizes.set(keyOf(item), (sizes.get(keyOf(item)) ?? 0) + 1);
  return sizes;
}

const predictedOf = ({ predicted }: Labelled) => predicted;
const actualOf = ({ actual }: Labelled) => actual;
/** The overlap of a predicted and an actual cluster; JSON keeps names apart whatever characters they hold. */
const overlapOf = ({ predicted, actual }: Labelled) => JSON.stringify([predicted, actual]);

function sumOfPairs(sizes: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const size of sizes.values()) sum += pairsOf(size);
  return sum;
}

function countPairs(records: readonly Labelled[]): PairCounts {
  return {
    found: sumOfPairs(sizesOf(records, overlapOf)),
    claimed: sumOfPairs(sizesOf(records, predictedOf)),
    actual: sumOfPairs(sizesOf(records, actualOf)),
  };
}

function figures(precision: number, recall: number): Figures {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function pairFigures({ found, claimed, actual }: PairCounts): PairFigures {
  return { ...figures(claimed === 0 ? 1 : found / claimed, actual === 0 ? 1 : found / actual), found, claimed, actual };
}

/** Pairwise precision and recall over all pairs of records. */
export function pairwise(records: readonly Labelled[]): PairFigures {
  return pairFigures(countPairs(records));
}

/** Pairwise figures over the pairs of which at least one record is of `source`. */
export function pairwiseOfSource(records: readonly Labelled[], source: string): PairFigures {
  const all = countPairs(records);
  const others = countPairs(records.filter((record) => record.source !== source));
  return pairFigures({
    found: all.found - others.found,
    claimed: all.claimed - others.claimed,
    actual: all.actual - others.actual,
  });
}

/**
 * B-cubed precision and recall (Bagga and Baldwin, 1998): for each record the share of its predicted cluster that is
 * really its own, and the share of its own that is in its predicted cluster, averaged over the records of `source`, or
 * of all.
 */
export function bCubed(records: readonly Labelled[], source?: string): Figures {
  const overlaps = sizesOf(records, overlapOf);
  const predicted = sizesOf(records, predictedOf);
  const actual = sizesOf(records, actualOf);
  const judged = source === undefined ? records : records.filter((record) => record.source === source);
  if (judged.length === 0) return figures(1, 1);
  let precision = 0;
  let recall = 0;
  for (const record of judged) {
    const overlap = overlaps.get(overlapOf(record)) ?? 0;
    precision += overlap / (predicted.get(record.predicted) ?? 1);
    recall += overlap / (actual.get(record.actual) ?? 1);
  }
  return figures(precision / judged.length, recall / judged.length);
}
