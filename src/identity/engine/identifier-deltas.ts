import type { IdentifierKey } from '../../kernel/ids.js';
import type { Policy } from '../policy/policy.types.js';
import type { Attachment } from '../records/record.types.js';
import type {
  IdentifierDelta,
  IdentifierLock,
  IdentifierStatus,
  RecordDelta,
  StoredIdentifier,
} from './engine.types.js';
import { compare } from '../resolution/link-units.js';
import { lockUpTo, typeAndNamespace } from './link-rules.js';

/**
 * The identifiers that a batch attaches or detaches, sorted by key, ready to be locked.
 *
 * @param others identifiers that are touched for another reason
 */
export function touchedIdentifiers(
  deltas: readonly RecordDelta[],
  policy: Policy,
  others: readonly IdentifierKey[] = [],
): IdentifierLock[] {
  const locks = new Map(
    others.map((key) => [key, { key, lockUpTo: lockUpTo(policy, typeAndNamespace(key).type) }] as const),
  );
  for (const { identifier, type } of deltas.flatMap(attachmentsOf)) {
    if (!locks.has(identifier)) locks.set(identifier, { key: identifier, lockUpTo: lockUpTo(policy, type) });
  }
  return [...locks.values()].sort((a, b) => compare(a.key, b.key));
}

/** Attachments before and after, of a record whose evidence changes. */
export function attachmentsOf(delta: RecordDelta): Attachment[] {
  if (delta.evidence === 'NONE') return [];
  return [...(delta.before?.attachments ?? []), ...delta.after.attachments];
}

/** How each touched identifier stands after the batch. */
export function identifierDeltas(
  deltas: readonly RecordDelta[],
  stored: readonly StoredIdentifier[],
  policy: Policy,
): Map<IdentifierKey, IdentifierDelta> {
  const before = new Map(stored.map((each) => [each.key, each]));
  const growth = growthOf(deltas);
  const attached = deltas.flatMap((delta) => delta.after.attachments);
  const ended = new Set(attached.filter((each) => each.until !== null).map((each) => each.identifier));
  const result = new Map<IdentifierKey, IdentifierDelta>();
  for (const attachment of deltas.flatMap(attachmentsOf)) {
    const { identifier: key, type, namespace, display } = attachment;
    if (result.has(key)) continue;
    const old = before.get(key) ?? null;
    const count = (old?.attachments ?? 0) + (growth.get(key) ?? 0);
    const reason = old ? null : blockedFromTheStart(attachment);
    const status =
      old?.status === 'BLOCKED' || reason ? 'BLOCKED' : statusOf(count, policy.types[type]?.maxRecords ?? 0);
    const divided = (old?.divided ?? false) || ended.has(key);
    result.set(key, { key, type, namespace, display, before: old, status, reason, divided });
  }
  return result;
}

function statusOf(attachments: number, maxRecords: number): IdentifierStatus {
  return attachments > maxRecords ? 'GENERIC' : 'LINKABLE';
}

/** A placeholder identifies nobody, a role address everybody in an office (docs/decisions/0005). */
function blockedFromTheStart(attachment: Attachment): string | null {
  return attachment.quality === 'ok' ? null : attachment.quality.toUpperCase();
}

/** Active attachments won and lost per identifier. */
function growthOf(deltas: readonly RecordDelta[]): Map<IdentifierKey, number> {
  const growth = new Map<IdentifierKey, number>();
  const count = (attachments: readonly Attachment[], by: number): void => {
    for (const { identifier, status } of attachments) {
      if (status === 'ACTIVE') growth.set(identifier, (growth.get(identifier) ?? 0) + by);
    }
  };
  for (const { before, after, evidence } of deltas) {
    if (evidence === 'NONE') continue;
    count(before?.attachments ?? [], -1);
    count(after.attachments, 1);
  }
  return growth;
}
