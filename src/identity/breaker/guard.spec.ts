import { describe, expect, test } from '@jest/globals';
import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import type { RecordDelta } from '../engine/engine.types.js';
import { NO_CHANGE } from '../engine/plans.js';
import { DEFAULT_BREAKER } from '../policy/default-policy.js';
import type { Flow, HoldsInForce } from './breaker.types.js';
import type { Deciding } from './count.js';
import { Guard } from './guard.js';

const MINUTE = 60_000;
const policy = { ...DEFAULT_BREAKER, windowMinutes: 60, mergesMin: 10, mergesPerHundred: 25, growthMax: 40 };
const NOBODY: HoldsInForce = { version: null, open: [], passes: [] };

/** Flows as a graph keeps them, and guards over them. */
class Lanes {
  readonly flows = new Map<string, Flow>();
  now = 1_000 * 60 * MINUTE;
  inForce = NOBODY;

  /** A guard of a batch, every record of which may be of a job. */
  guard(job: string | null = null, records: readonly RecordDelta[] = []): Guard {
    let ids = 0;
    const newId = (): string => `h${(ids += 1)}`;
    const jobs = new Map<RecordKey, string>(job ? records.map((each) => [each.after.key, job]) : []);
    const store = {
      flows: (keys: readonly string[]) => Promise.resolve(keys.flatMap((key) => this.flows.get(key) ?? [])),
    };
    return new Guard(store, { policy, inForce: this.inForce, newId, now: this.now, jobs });
  }

  /** Records of `crm` of which the first so many merge somebody; answers who is held. */
  async say(records: number, merges: number, job: string | null = null): Promise<object[]> {
    const deciding = batch(records, merges);
    const guard = this.guard(job, deciding.deltas);
    for (;;) {
      const stopped = guard.holds.length > 0;
      const tally = await guard.look(stopped ? { ...deciding, plan: NO_CHANGE } : deciding);
      if (!tally) continue;
      for (const row of tally.rows) this.add(row);
      return guard.holds.map(({ job: held, cause, records: said, merges: done }) => ({ job: held, cause, said, done }));
    }
  }

  add({ key, records, merges, gained }: Flow): void {
    const old = this.flows.get(key) ?? { records: 0, merges: 0, gained: 0 };
    const now = { records: old.records + records, merges: old.merges + merges, gained: old.gained + gained };
    this.flows.set(key, { key, ...now });
  }
}

function batch(records: number, merges: number): Deciding {
  const numbers = Array.from({ length: records }, (_, at) => at);
  const keyOf = (at: number) => `crm|${at}` as RecordKey;
  const customerOf = (at: number) => `c${at}` as CustomerId;
  const deltas = numbers.map((at): RecordDelta => {
    const after = { key: keyOf(at), source: 'crm', deleted: false } as RecordDelta['after'];
    return { before: null, after, evidence: 'GREW' };
  });
  const moves = numbers.map((at) => ({ record: keyOf(at), from: null, to: customerOf(at) }));
  const retired = numbers.slice(0, merges).map((at) => ({ id: `old${at}` as CustomerId, into: [customerOf(at)] }));
  return { deltas, plan: { ...NO_CHANGE, moves, retired }, customers: new Map() };
}

describe('a guard', () => {
  test('holds a lane for what it did within the window, and forgets what is older', async () => {
    const lanes = new Lanes();
    expect(await lanes.say(8, 8)).toEqual([]);
    lanes.now += 59 * MINUTE;
    const late = new Lanes();
    for (const flow of lanes.flows.values()) late.add(flow);
    late.now = lanes.now - 10 * MINUTE;
    expect(await late.say(2, 2)).toEqual([{ job: null, cause: 'MERGES', said: 10, done: 10 }]);
    lanes.now += MINUTE;
    expect(await lanes.say(2, 2)).toEqual([]);
  });

  test('does not count a held batch, nor a held lane', async () => {
    const lanes = new Lanes();
    expect(await lanes.say(20, 20)).toHaveLength(1);
    expect([...lanes.flows.values()]).toEqual([]);
    lanes.inForce = { ...NOBODY, open: [{ id: 'h1', source: 'crm', job: null }] };
    expect(await lanes.say(20, 20)).toEqual([]);
    expect([...lanes.flows.values()]).toEqual([]);
  });

  test('holds the job that exceeds, and counts nothing of it for the source any more', async () => {
    const lanes = new Lanes();
    expect(await lanes.say(9, 9, 'night')).toEqual([]);
    expect(await lanes.say(5, 5, 'night')).toEqual([{ job: 'night', cause: 'MERGES', said: 14, done: 14 }]);
    lanes.inForce = { ...NOBODY, open: [{ id: 'h1', source: 'crm', job: 'night' }] };
    expect(await lanes.say(9, 9)).toEqual([]);
    expect(await lanes.say(1, 1)).toEqual([{ job: null, cause: 'MERGES', said: 10, done: 10 }]);
  });

  test('holds the source when many jobs exceed together', async () => {
    const lanes = new Lanes();
    expect(await lanes.say(6, 6, 'a')).toEqual([]);
    expect(await lanes.say(6, 6, 'b')).toEqual([{ job: null, cause: 'MERGES', said: 12, done: 12 }]);
  });

  test('lets a released lane pass until its time is over', async () => {
    const lanes = new Lanes();
    lanes.inForce = { ...NOBODY, passes: [{ source: 'crm', job: null, until: lanes.now + 1 }] };
    expect(await lanes.say(20, 20)).toEqual([]);
    lanes.now += 1;
    expect(await lanes.say(20, 20)).toHaveLength(1);
  });

  test('says when others counted so much meanwhile that it would have held the lane', async () => {
    const lanes = new Lanes();
    const tally = await lanes.guard().look(batch(4, 4));
    const flow = (merges: number): Flow => ({ key: tally?.rows[0]?.key ?? '', records: merges, merges, gained: 0 });
    expect(tally?.exceeds([])).toBe(false);
    expect(tally?.exceeds([flow(5)])).toBe(false);
    expect(tally?.exceeds([flow(6)])).toBe(true);
  });
});
