import { evidenceOf } from '../engine/apply-batch.js';
import type { RecordDelta } from '../engine/engine.types.js';
import type { RecordState } from '../records/record.types.js';
import { personKey } from '../resolution/persons/person-key.js';
import { personOf } from '../resolution/persons/person-of.js';

/**
 * The delta of a record whose source is held: what it adds is stored and joins nobody, and it stays whom it was for. What it
 * takes back acts, so that a held source can still delete.
 *
 * @param hold id of the hold
 */
export function stopped(delta: RecordDelta, hold: string): RecordDelta {
  const { before, after } = delta;
  if (after.deleted || delta.evidence === 'NONE') return delta;
  const held = new Map(before?.attachments.map((each) => [each.identifier, each.status]));
  const isNew = (each: RecordState['attachments'][number]): boolean =>
    each.status === 'ACTIVE' && held.get(each.identifier) !== 'ACTIVE';
  const stays = before && !before.deleted ? before.person : after.person;
  const isSomebodyElse = personKey(stays) !== personKey(after.person);
  if (!isSomebodyElse && !after.attachments.some(isNew)) return delta;
  const attachments = after.attachments.map((each) => (isNew(each) ? { ...each, status: 'STOPPED' as const } : each));
  const state = { ...after, attachments, person: stays, hold };
  return { before, after: state, evidence: evidenceOf(before, state) };
}

/** The record with everything that was stopped counting: what it would be if its source had never been held. */
export function freed(record: RecordState): RecordState {
  const attachments = record.attachments.map((each) =>
    each.status === 'STOPPED' ? { ...each, status: 'ACTIVE' as const } : each,
  );
  return { ...record, attachments, person: record.deleted ? record.person : personOf(record.attributes), hold: null };
}

/** Whether something of the record waits for a steward, or a steward said that it does not count. */
export function isStopped({ attachments, hold }: Pick<RecordState, 'attachments' | 'hold'>): boolean {
  return !!hold || attachments.some((each) => each.status === 'STOPPED');
}
