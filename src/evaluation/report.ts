import { splitRecordKey, type RecordKey } from '../kernel/ids.js';
import { bCubed, pairwise, pairwiseOfSource, type Figures, type Labelled, type PairFigures } from './agreement.js';
import type { Truth } from './truth.js';

export interface AgreementReport {
  readonly pairwise: PairFigures;
  readonly bCubed: Figures;
  /** Pairwise over the pairs that the source has a part in, B-cubed over its records. */
  readonly bySource: Readonly<Record<string, { readonly records: number; pairwise: PairFigures; bCubed: Figures }>>;
}

/** Each record with its predicted and its actual cluster; records that the truth says nothing about are left out. */
export function label(groups: readonly (readonly RecordKey[])[], truth: Truth): Labelled[] {
  return groups.flatMap((group) => {
    const predicted = group[0] ?? '';
    return group.flatMap((key) => {
      const actual = truth.clusters.get(key) ?? (truth.isComplete ? key : undefined);
      return actual === undefined ? [] : [{ source: splitRecordKey(key).source, predicted, actual }];
    });
  });
}

/** All figures of a labelled partition. */
export function agreementReport(labelled: readonly Labelled[]): AgreementReport {
  const sources = [...new Set(labelled.map(({ source }) => source))].sort();
  const ofSource = (source: string) => ({
    records: labelled.filter((record) => record.source === source).length,
    pairwise: pairwiseOfSource(labelled, source),
    bCubed: bCubed(labelled, source),
  });
  return {
    pairwise: pairwise(labelled),
    bCubed: bCubed(labelled),
    bySource: Object.fromEntries(sources.map((source) => [source, ofSource(source)])),
  };
}
