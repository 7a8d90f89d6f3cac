import type { IdentifierKey, RecordKey } from '../../../kernel/ids.js';
import type { DecisionEvidence, Evidence } from '../../resolution/evidence.types.js';
import { compare, type Links } from '../../resolution/link-units.js';

/** What a customer might lose: an identifier is blocked, a record deleted, or an identifier taken from a record. */
export type Loss =
  | { readonly kind: 'IDENTIFIER'; readonly identifier: IdentifierKey; readonly record: null }
  | { readonly kind: 'RECORD'; readonly identifier: null; readonly record: RecordKey }
  | { readonly kind: 'ATTACHMENT'; readonly identifier: IdentifierKey; readonly record: RecordKey };

export type LossKind = Loss['kind'];

const RANK: Readonly<Record<LossKind, number>> = { IDENTIFIER: 0, RECORD: 1, ATTACHMENT: 2 };

export function identifierLoss(identifier: IdentifierKey): Loss {
  return { kind: 'IDENTIFIER', identifier, record: null };
}

export function recordLoss(record: RecordKey): Loss {
  return { kind: 'RECORD', identifier: null, record };
}

export function attachmentLoss(record: RecordKey, identifier: IdentifierKey): Loss {
  return { kind: 'ATTACHMENT', identifier, record };
}

/** A text that no other loss has; a length tells where the identifier ends. */
export function lossKey({ kind, identifier, record }: Loss): string {
  return `${kind} ${identifier?.length ?? 0} ${identifier ?? ''}${record ?? ''}`;
}

/** Identifiers first, then records, then attachments; each by key. */
export function compareLosses(a: Loss, b: Loss): number {
  return (
    RANK[a.kind] - RANK[b.kind] ||
    compare(a.identifier ?? '', b.identifier ?? '') ||
    compare(a.record ?? '', b.record ?? '')
  );
}

/** Everything that links records of the customer: its records, the identifiers that they link by, and each attachment. */
export function lossesOf({ records }: Evidence, { units }: Links, members: ReadonlySet<RecordKey>): Loss[] {
  const losses = new Map<string, Loss>();
  const add = (loss: Loss): void => void losses.set(lossKey(loss), loss);
  for (const member of members) add(recordLoss(member));
  for (const { identifier, records: holders } of units) {
    for (const index of holders) {
      const holder = records[index]?.key;
      if (!holder || !members.has(holder)) continue;
      add(identifierLoss(identifier));
      add(attachmentLoss(holder, identifier));
    }
  }
  return [...losses.values()];
}

/**
 * The evidence after the loss, as the operation that causes it would leave it: a blocked identifier joins nobody, a
 * detached attachment is inactive (in every tenure), and a deleted record leaves its ALWAYS decisions, which end when a
 * side has no record left.
 */
export function without(evidence: Evidence, { kind, identifier, record }: Loss): Evidence {
  switch (kind) {
    case 'IDENTIFIER':
      return { ...evidence, blocked: new Set([...evidence.blocked, identifier]) };
    case 'RECORD':
      return {
        ...evidence,
        records: evidence.records.filter((each) => each.key !== record),
        decisions: evidence.decisions.flatMap((decision) => decisionWithout(decision, record)),
      };
    case 'ATTACHMENT':
      return { ...evidence, records: detached(evidence, record, identifier) };
  }
}

function decisionWithout(decision: DecisionEvidence, record: RecordKey): DecisionEvidence[] {
  if (decision.kind !== 'ALWAYS') return [decision];
  const isOver = decision.sides.some(({ records }) => records.length === 1 && records[0] === record);
  const sides = decision.sides.map((side) => ({ ...side, records: side.records.filter((each) => each !== record) }));
  return isOver ? [] : [{ ...decision, sides }];
}

function detached({ records }: Evidence, record: RecordKey, identifier: IdentifierKey): Evidence['records'] {
  return records.map((each) => {
    if (each.key !== record) return each;
    const attachments = each.attachments.map((held) =>
      held.identifier === identifier ? { ...held, active: false } : held,
    );
    return { ...each, attachments };
  });
}
