import type { RecordKey } from '../../kernel/ids.js';
import { applyChange } from '../records/apply-change.js';
import type { RecordChange, RecordState, StoredRecord } from '../records/record.types.js';
import { compare } from '../resolution/link-units.js';
import { personKey } from '../resolution/persons/person-key.js';
import type { RecordDelta } from './engine.types.js';

/** What became of one change before identity was looked at. */
export type Reception = 'APPLIED' | 'UNCHANGED' | 'STALE' | 'VERSION_KIND';

export interface AppliedBatch {
  /** In the order of the changes. */
  readonly receptions: readonly Reception[];
  /** Records that differ from what is stored, by key. */
  readonly deltas: readonly RecordDelta[];
}

/** Applies a batch to the stored records; several changes of one record act in the order of their versions. */
export function applyBatch(
  changes: readonly RecordChange[],
  stored: readonly StoredRecord[],
  now: number,
): AppliedBatch {
  const before = new Map(stored.map((record) => [record.key, record]));
  const after = new Map<RecordKey, RecordState>();
  const receptions: Reception[] = changes.map(() => 'UNCHANGED');
  for (const { change, index } of inVersionOrder(changes)) {
    const applied = applyChange(after.get(change.key) ?? before.get(change.key) ?? null, change, now);
    receptions[index] = applied.kind;
    if (applied.kind === 'APPLIED' || applied.kind === 'UNCHANGED') after.set(change.key, applied.state);
  }
  const deltas = [...after].flatMap(([key, state]): RecordDelta[] => {
    const old = before.get(key) ?? null;
    return old === state ? [] : [{ before: old, after: state, evidence: evidenceOf(old, state) }];
  });
  return { receptions, deltas: deltas.sort((a, b) => compare(a.after.key, b.after.key)) };
}

/** By key, then version; unversioned ones keep the order in which they came. */
function inVersionOrder(changes: readonly RecordChange[]): { change: RecordChange; index: number }[] {
  return changes
    .map((change, index) => ({ change, index }))
    .sort((a, b) => compare(a.change.key, b.change.key) || byOrder(a.change, b.change) || a.index - b.index);
}

function byOrder(a: RecordChange, b: RecordChange): number {
  return a.order === null || b.order === null ? 0 : compare(a.order, b.order);
}

/** What a record's change can do to identities. Whatever takes something away, or brings a stub back, is CHANGED. */
export function evidenceOf(before: StoredRecord | null, after: RecordState): RecordDelta['evidence'] {
  if (!before) return after.deleted ? 'NONE' : 'GREW';
  if (before.deleted || after.deleted) return before.deleted === after.deleted ? 'NONE' : 'CHANGED';
  if (before.realm !== after.realm || personKey(before.person) !== personKey(after.person)) return 'CHANGED';
  const now = new Map(after.attachments.map((each) => [each.identifier, each]));
  const kept = before.attachments.every((old) => {
    const current = now.get(old.identifier);
    return current?.status === old.status && current.since === old.since && current.until === old.until;
  });
  if (!kept) return 'CHANGED';
  const moments = new Map(before.attachments.map((each) => [each.identifier, each.capturedAt]));
  const same = after.attachments.every(({ identifier, capturedAt }) => moments.get(identifier) === capturedAt);
  return same ? 'NONE' : 'GREW';
}
