import { describe, expect, test } from '@jest/globals';
import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import type { CustomerState, MembershipPlan, RecordDelta } from '../engine/engine.types.js';
import { NO_CHANGE } from '../engine/plans.js';
import type { StoredRecord } from '../records/record.types.js';
import { countLanes } from './count.js';

const id = (text: string): CustomerId => text as CustomerId;
const customer = (name: string, size: number): CustomerState => ({ id: id(name), size }) as unknown as CustomerState;

/** A record of a source; `before` is the customer that it was in. */
function delta(source: string, recordId: string, before: string | null = null, deleted = false): RecordDelta {
  const key = `${source}|${recordId}` as RecordKey;
  const after = { key, source, deleted } as RecordDelta['after'];
  const stored = before === null ? null : ({ ...after, deleted: false, customerId: id(before) } as StoredRecord);
  return { before: stored, after, evidence: deleted ? 'CHANGED' : 'GREW' };
}

function count(
  deltas: readonly RecordDelta[],
  plan: Partial<MembershipPlan>,
  customers: readonly CustomerState[] = [],
) {
  const known = new Map(customers.map((each) => [each.id, each]));
  const lanes = countLanes(
    { deltas, plan: { ...NO_CHANGE, ...plan }, customers: known },
    ({ after }) => ({ source: after.source, job: null }),
    10,
  );
  return Object.fromEntries(
    lanes.map(({ source, records, merges, gains }) => [source, [records, merges, Object.fromEntries(gains)]]),
  );
}

const joins = (record: string, to: string) => ({ record: record as RecordKey, from: null, to: id(to) });
const ends = (from: string, ...into: string[]) => ({ id: id(from), into: into.map(id) });

describe('what a lane does', () => {
  test('counts its records, but neither deletions nor what says nothing of identity', () => {
    const idle = { ...delta('crm', '2', 'A'), evidence: 'NONE' as const };
    expect(count([delta('crm', '1'), idle, delta('crm', '3', 'A', true)], {})).toEqual({ crm: [1, 0, {}] });
  });

  test('counts the customers that end because of a record that joins them', () => {
    const plan = { moves: [joins('crm|1', 'A')], retired: [ends('B', 'A'), ends('C', 'A')] };
    expect(count([delta('crm', '1')], plan)).toEqual({ crm: [1, 2, {}] });
  });

  test('does not count customers that are emptied', () => {
    expect(count([delta('crm', '1')], { moves: [joins('crm|1', 'A')], retired: [ends('B')] })).toEqual({
      crm: [1, 0, {}],
    });
  });

  test('lays a merge to whoever brought most of the records that are in the customer now', () => {
    const deltas = [delta('flood', '1'), delta('flood', '2'), delta('crm', '1', 'B')];
    const plan = {
      moves: [joins('flood|1', 'A'), joins('flood|2', 'A')],
      absorbed: [{ from: id('B'), into: id('A') }],
      retired: [ends('B', 'A')],
    };
    expect(count(deltas, plan)).toEqual({ flood: [2, 1, {}], crm: [1, 0, {}] });
  });

  test('lays it to all that brought as many', () => {
    const plan = { moves: [joins('a|1', 'A'), joins('b|1', 'A')], retired: [ends('B', 'A')] };
    expect(count([delta('a', '1'), delta('b', '1')], plan)).toEqual({ a: [1, 1, {}], b: [1, 1, {}] });
  });

  test('counts what large customers win: new records, records of others, and customers that end in them', () => {
    const plan = {
      moves: [joins('crm|1', 'A'), { record: 'old|1' as RecordKey, from: id('C'), to: id('A') }, joins('crm|2', 'S')],
      absorbed: [{ from: id('B'), into: id('A') }],
      retired: [ends('B', 'A')],
      updated: [customer('A', 11), customer('S', 10)],
    };
    expect(count([delta('crm', '1'), delta('crm', '2')], plan, [customer('B', 7)])).toEqual({ crm: [2, 1, { A: 9 }] });
  });
});
