import type { IdentifierKey } from '../../kernel/ids.js';
import type { Policy } from '../policy/policy.types.js';
import { cutsAfter, cutsOf } from '../decisions/cut.js';
import { NO_RULING, type Ruling } from '../decisions/decision.types.js';
import type { Attachment } from '../records/record.types.js';
import type { IdentifierDelta, IdentifierLock, RecordDelta, StoredIdentifier } from './engine.types.js';
import { compare } from '../resolution/link-units.js';
import { dividedBy, statusOf, timesAfter } from './identifier-status.js';
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

/**
 * How each identifier stands after the batch that the batch attaches or detaches, or the ruling cuts.
 *
 * @param stored as it was read under lock, `withTimes`
 */
export function identifierDeltas(
  deltas: readonly RecordDelta[],
  stored: readonly StoredIdentifier[],
  policy: Policy,
  ruling: Ruling = NO_RULING,
): Map<IdentifierKey, IdentifierDelta> {
  const before = new Map(stored.map((each) => [each.key, each]));
  const growth = growthOf(deltas);
  const ended = dividedBy(deltas, ruling);
  const result = new Map<IdentifierKey, IdentifierDelta>();
  for (const attachment of deltas.flatMap(attachmentsOf)) {
    const { identifier: key, type, namespace, display } = attachment;
    if (result.has(key)) continue;
    const old = before.get(key) ?? null;
    const count = (old?.attachments ?? 0) + (growth.get(key) ?? 0);
    const reason = old ? null : blockedFromTheStart(attachment);
    const divided = (old?.divided ?? false) || ended.has(key);
    const cuts = cutsAfter(old?.cuts ?? [], key, ruling);
    const crowd = { key, attachments: count, divided, cuts, times: () => timesAfter(old, key, deltas) };
    const status = old?.status === 'BLOCKED' || reason ? 'BLOCKED' : statusOf(crowd, policy);
    result.set(key, { key, type, namespace, display, before: old, status, reason, divided, cuts });
  }
  for (const key of cutsOf(ruling)) {
    const old = before.get(key);
    if (old && !result.has(key)) result.set(key, cutDelta(old, policy, ruling));
  }
  return result;
}

/** An identifier that nothing but a ruling changes. */
function cutDelta(before: StoredIdentifier, policy: Policy, ruling: Ruling): IdentifierDelta {
  const { key, attachments, status: stored } = before;
  const cuts = cutsAfter(before.cuts, key, ruling);
  const crowd = { key, attachments, divided: true, cuts, times: () => timesAfter(before, key, []) };
  const status = stored === 'BLOCKED' ? stored : statusOf(crowd, policy);
  return { key, ...typeAndNamespace(key), display: '', before, status, reason: null, divided: true, cuts };
}

/** A placeholder identifies nobody, a role address everybody in an office (docs/decisions/0005). */
function blockedFromTheStart(attachment: Attachment): string | null {
  return attachment.quality === 'ok' ? null : attachment.quality.toUpperCase();
}

/** Active attachments won and lost per identifier. */
export function growthOf(deltas: readonly RecordDelta[]): Map<IdentifierKey, number> {
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
