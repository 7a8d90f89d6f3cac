import { describe, expect, test } from '@jest/globals';
import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import type { HeldTimes } from './engine.types.js';
import { needsTimes, statusOf } from './identifier-status.js';

const key = 'default|PHONE||1' as IdentifierKey;
const most = DEFAULT_POLICY.types['PHONE']?.maxRecords ?? 0;

function heldAt(moment: number, records: number): HeldTimes[] {
  return Array.from({ length: records }, (_, index) => {
    return { record: `crm|${moment}-${index}` as RecordKey, since: null, until: null, capturedAt: moment };
  });
}

function statusWith(times: readonly HeldTimes[], cuts: readonly number[], divided = true): string {
  return statusOf({ key, attachments: times.length, divided, cuts, times: () => times }, DEFAULT_POLICY);
}

describe('how an identifier stands', () => {
  test('without tenures its records are counted together, and their times are not asked for', () => {
    const crowd = { key, attachments: most, divided: false, cuts: [] };
    expect(statusOf({ ...crowd, times: asked }, DEFAULT_POLICY)).toBe('LINKABLE');
    expect(statusOf({ ...crowd, attachments: most + 1, times: asked }, DEFAULT_POLICY)).toBe('GENERIC');
  });

  test('it links as long as one tenure is not crowded', () => {
    const store = heldAt(1, most + 1);
    expect(statusWith([...store, ...heldAt(9, 2)], [5])).toBe('LINKABLE');
    expect(statusWith([...store, ...heldAt(9, most + 1)], [5])).toBe('GENERIC');
    expect(statusWith([...store, ...heldAt(9, 2)], [])).toBe('GENERIC');
    expect(statusWith(store, [5])).toBe('GENERIC');
  });

  test('one that far too many hold is generic in all its tenures, and nobody counts them', () => {
    const crowd = { key, attachments: most + 10_001, divided: true, cuts: [5], times: asked };
    expect(statusOf(crowd, DEFAULT_POLICY)).toBe('GENERIC');
    expect(needsTimes(crowd, DEFAULT_POLICY)).toBe(false);
    expect(needsTimes({ ...crowd, attachments: most + 10_000 }, DEFAULT_POLICY)).toBe(true);
  });
});

function asked(): never {
  throw new Error('the times were asked for');
}
