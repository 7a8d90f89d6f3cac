import { describe, expect, test } from '@jest/globals';
import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { evidenceOf } from '../engine/apply-batch.js';
import type { RecordDelta } from '../engine/engine.types.js';
import type { Attachment, AttachmentStatus, RecordState, StoredRecord } from '../records/record.types.js';
import { NOBODY } from '../resolution/persons/person.types.js';
import { personOf } from '../resolution/persons/person-of.js';
import { freed, isStopped, stopped } from './stop.js';

const attachment = (identifier: string, status: AttachmentStatus = 'ACTIVE'): Attachment =>
  ({ identifier: identifier as IdentifierKey, status, since: null, until: null, capturedAt: 1 }) as Attachment;

function state(attachments: readonly Attachment[], more: Partial<RecordState> = {}): RecordState {
  const attributes = more.attributes ?? {};
  const own = { key: 'crm|1' as RecordKey, source: 'crm', realm: 'default', deleted: false, hold: null };
  return { ...own, attachments, attributes, person: personOf(attributes), ...more } as RecordState;
}

function delta(before: RecordState | null, after: RecordState): RecordDelta {
  const stored = before ? ({ ...before, customerId: 'A', named: false } as StoredRecord) : null;
  return { before: stored, after, evidence: evidenceOf(stored, after) };
}

const statuses = ({ attachments }: RecordState): string[] => attachments.map((each) => each.status);

describe('what a held source adds', () => {
  test('is stopped on a record that is new, which stands alone', () => {
    const { after } = stopped(delta(null, state([attachment('e1'), attachment('p1')])), 'h1');
    expect(statuses(after)).toEqual(['STOPPED', 'STOPPED']);
    expect(after.hold).toBe('h1');
    expect(isStopped(after)).toBe(true);
  });

  test('is stopped beside what counted before, and what is taken back is gone', () => {
    const before = state([attachment('e1'), attachment('e2')]);
    const { after, evidence } = stopped(delta(before, state([attachment('e1'), attachment('p1')])), 'h1');
    expect(after.attachments.map((each) => [each.identifier, each.status])).toEqual([
      ['e1', 'ACTIVE'],
      ['p1', 'STOPPED'],
    ]);
    expect(evidence).toBe('CHANGED');
  });

  test('is not whom the record is for: another name waits', () => {
    const ana = state([attachment('e1')], { attributes: { givenName: 'Ana' } });
    const luis = state([attachment('e1')], { attributes: { givenName: 'Luis' } });
    const { after, evidence } = stopped(delta(ana, luis), 'h1');
    expect(after.person).toEqual(ana.person);
    expect(after.attributes).toEqual(luis.attributes);
    expect(evidence).toBe('NONE');
    expect(isStopped(after)).toBe(true);
    expect(freed(after).person).toEqual(luis.person);
  });

  test('is nothing when it deletes, or says what it said', () => {
    const before = state([attachment('e1')]);
    const gone = delta(before, state([], { deleted: true, person: NOBODY }));
    expect(stopped(gone, 'h1')).toBe(gone);
    const same = delta(before, state([attachment('e1')]));
    expect(stopped(same, 'h1')).toBe(same);
  });

  test('waits for the hold that stopped it last', () => {
    const before = state([attachment('e1', 'STOPPED')], { hold: 'h1' });
    const more = state([attachment('e1', 'STOPPED'), attachment('e2')], { hold: 'h1' });
    expect(stopped(delta(before, more), 'h2').after.hold).toBe('h2');
  });

  test('counts when it is let go, but not what somebody detached', () => {
    const record = freed(state([attachment('e1', 'STOPPED'), attachment('e2', 'DETACHED')], { hold: 'h1' }));
    expect(statuses(record)).toEqual(['ACTIVE', 'DETACHED']);
    expect(record.hold).toBeNull();
  });
});
