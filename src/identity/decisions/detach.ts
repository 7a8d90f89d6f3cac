import { freed } from '../breaker/stop.js';
import { evidenceOf } from '../engine/apply-batch.js';
import type { RecordDelta } from '../engine/engine.types.js';
import type { IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { RecordState, StoredRecord } from '../records/record.types.js';
import { compare } from '../resolution/link-units.js';
import { recordsNamed, identifiersNamed, type Decision, type Ruling } from './decision.types.js';

/** Applies the DETACH decisions of a ruling, and what it releases and lets go, to their records, after the batch. */
export function withDetachments(
  deltas: readonly RecordDelta[],
  stored: readonly StoredRecord[],
  { begin, end, release = [], free }: Ruling,
): RecordDelta[] {
  const before = new Map(stored.map((record) => [record.key, record]));
  const after = new Map<RecordKey, RecordState>(deltas.map((delta) => [delta.after.key, delta.after]));
  const change = (decision: Decision, apply: typeof detached): void => {
    if (decision.kind !== 'DETACH') return;
    for (const key of recordsNamed(decision)) {
      const record = after.get(key) ?? before.get(key);
      if (record) after.set(key, apply(record, identifiersNamed(decision)));
    }
  };
  for (const { decision } of end) change(decision, attachedAgain);
  for (const decision of begin) change(decision, detached);
  for (const key of release) {
    const record = after.get(key) ?? before.get(key);
    if (record) after.set(key, released(record));
  }
  for (const key of free?.records ?? []) {
    const record = after.get(key) ?? before.get(key);
    if (record?.hold === free?.hold && record) after.set(key, freed(record));
  }
  return [...after.values()]
    .map((state): RecordDelta => {
      const old = before.get(state.key) ?? null;
      return { before: old, after: state, evidence: evidenceOf(old, state) };
    })
    .sort((a, b) => compare(a.after.key, b.after.key));
}

function detached(record: RecordState, identifiers: readonly IdentifierKey[]): RecordState {
  return {
    ...record,
    detached: [...new Set([...record.detached, ...identifiers])],
    attachments: record.attachments.map((each) =>
      identifiers.includes(each.identifier) ? { ...each, status: 'DETACHED' as const } : each,
    ),
  };
}

function released(record: RecordState): RecordState {
  const attachments = record.attachments.map((each) =>
    each.status === 'HELD' ? { ...each, status: 'ACTIVE' as const } : each,
  );
  return { ...record, attachments };
}

function attachedAgain(record: RecordState, identifiers: readonly IdentifierKey[]): RecordState {
  return {
    ...record,
    detached: record.detached.filter((each) => !identifiers.includes(each)),
    attachments: record.attachments.map((each) =>
      identifiers.includes(each.identifier) && each.status === 'DETACHED'
        ? { ...each, status: record.hold ? ('STOPPED' as const) : ('ACTIVE' as const) }
        : each,
    ),
  };
}
