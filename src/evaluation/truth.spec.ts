import { describe, expect, test } from '@jest/globals';
import { recordKey } from '../kernel/ids.js';
import { agreementReport, label } from './report.js';
import { readTruth, truthRule } from './truth.js';

const PAIRS = { kind: 'pairs', left: 'l', right: 'r' } as const;
const CLUSTERS = { kind: 'clusters', source: 's', recordId: 'id', cluster: 'c' } as const;
const rows = (...all: Record<string, string>[]) => all.map((row, at) => ({ line: at + 2, row }));
const key = (id: string) => recordKey('A', id);

describe('the layout of a truth file', () => {
  test('is the mapping’s, else a known one by its header', () => {
    expect(truthRule(['l', 'r'], PAIRS)).toBe(PAIRS);
    expect(truthRule(['cluster_id', 'record_id', 'source'], undefined).kind).toBe('clusters');
    expect(truthRule(['left_source', 'left_record_id', 'right_source', 'right_record_id'], undefined).kind).toBe(
      'pairs',
    );
  });

  test('that is none of these is refused, saying what is wanted', () => {
    expect(() => truthRule(['a', 'b'], undefined)).toThrow(
      'needs the columns source,record_id,cluster_id or left_source,left_record_id,right_source,right_record_id; it has a,b',
    );
    expect(() => truthRule(['a'], PAIRS)).toThrow('needs the columns l,r; it has a');
  });
});

describe('pairs', () => {
  test('of pairs are one cluster, and everybody else is alone', () => {
    const truth = readTruth(
      rows({ l: '1', r: '2' }, { l: '3', r: '4' }, { l: '2', r: '3' }, { l: '8', r: '9' }),
      PAIRS,
      'A',
    );
    const labelled = label([[key('1'), key('4')], [key('2')], [key('5'), key('8')]], truth);
    expect(labelled.map(({ actual }) => actual)).toEqual([
      truth.clusters.get(key('3')),
      truth.clusters.get(key('3')),
      truth.clusters.get(key('3')),
      'A|5',
      truth.clusters.get(key('9')),
    ]);
  });

  test('of bare ids need a constant source', () => {
    expect(() => readTruth(rows({ l: '1', r: '2' }), PAIRS, null)).toThrow('names no source column');
  });
});

describe('clusters', () => {
  test('records without truth are left out of the figures', () => {
    const truth = readTruth(rows({ s: 'A', id: '1', c: 'x' }, { s: 'B', id: '1', c: 'x' }), CLUSTERS, null);
    const labelled = label([[key('1'), key('2')], [recordKey('B', '1')]], truth);
    expect(labelled).toHaveLength(2);
    expect(agreementReport(labelled)).toMatchObject({
      pairwise: { precision: 1, recall: 0, actual: 1 },
      bySource: { A: { records: 1 }, B: { records: 1, bCubed: { recall: 0.5 } } },
    });
  });

  test('an empty cell and a record in two clusters are refused with their line', () => {
    expect(() => readTruth(rows({ s: 'A', id: '', c: 'x' }), CLUSTERS, null)).toThrow('line 2: s or id is empty');
    const twice = rows({ s: 'A', id: '1', c: 'x' }, { s: 'A', id: '1', c: 'y' });
    expect(() => readTruth(twice, CLUSTERS, null)).toThrow('line 3: puts a record into a second cluster');
  });
});
