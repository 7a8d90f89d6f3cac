import type { WriteTx } from '../graph/transaction.js';
import type { IdentifierKey, RecordKey } from '../kernel/ids.js';
import type { IdentifierStatus, RecordDelta, WritePlan } from './engine/engine.types.js';
import * as queries from './identity.queries.js';
import { attachmentProperties, recordProperties } from './record-rows.js';
import type { Attachment, RecordState } from './records/record.types.js';

/** Writes records, identifiers and attachments. The statements are sent together and run in this order. */
export async function writeEvidence(tx: WriteTx, plan: WritePlan): Promise<void> {
  const created = plan.records.filter((each) => !each.before);
  const replaced = plan.records.filter((each) => each.before);
  const links = replaced.map(linkChanges);
  const attached = links.flatMap((each) => each.attached);
  const withheld = created.flatMap((each) => attachmentRows(each.after)).filter((each) => !each.active);
  const send = <Row extends object>(
    statement: Parameters<typeof tx.run<{ rows: readonly Row[] }>>[0],
    rows: readonly Row[],
  ) => (rows.length > 0 ? tx.run(statement, { rows }) : Promise.resolve());
  await Promise.all([
    send(queries.createIdentifiers, newIdentifiers(plan)),
    send(queries.setIdentifierStatus, restated(plan)),
    send(queries.setIdentifierCuts, cut(plan)),
    send(queries.createRecords, created.map(createdRow)),
    send(queries.replaceRecords, replaced.map(recordRow)),
    send(
      queries.detachIdentifiers,
      links.flatMap((each) => each.detached),
    ),
    send(
      queries.attachIdentifiers,
      attached.filter((each) => each.active),
    ),
    send(queries.withholdIdentifiers, [...withheld, ...attached.filter((each) => !each.active)]),
  ]);
}

/** Identifiers that nobody had before and that somebody has now. */
function newIdentifiers(plan: WritePlan): object[] {
  const held = new Set(plan.records.flatMap((each) => each.after.attachments.map((one) => one.identifier)));
  const fresh = plan.identifiers.filter((each) => !each.before && held.has(each.key));
  return fresh.map(({ key, type, namespace, display, status, reason, divided }) => {
    return { key, type, namespace, display, status, ...(reason ? { reason } : {}), ...(divided ? { divided } : {}) };
  });
}

function restated(plan: WritePlan): { key: IdentifierKey; status: IdentifierStatus; divided: boolean | null }[] {
  const changed = plan.identifiers.filter(
    ({ before, status, divided }) => before && (before.status !== status || before.divided !== divided),
  );
  return changed.map(({ key, status, divided }) => ({ key, status, divided: divided || null }));
}

/** Identifiers that stewards cut at other moments than before. */
function cut(plan: WritePlan): { key: IdentifierKey; cuts: readonly number[] }[] {
  const changed = plan.identifiers.filter(({ before, cuts }) => before && before.cuts.join() !== cuts.join());
  return changed.map(({ key, cuts }) => ({ key, cuts }));
}

function recordRow({ after }: RecordDelta): object {
  const { key, capturedAt, receivedAt } = after;
  return { key, properties: recordProperties(after), capturedAt, receivedAt };
}

/** A new record brings its attachments along: one statement makes both. */
function createdRow(delta: RecordDelta): object {
  return { ...recordRow(delta), held: attachmentRows(delta.after).filter((each) => each.active) };
}

function attachmentRows(record: RecordState): (AttachmentRow & { active: boolean })[] {
  return record.attachments.map((each) => {
    return { ...attachmentRow(each, record.key, record.floor), active: each.status === 'ACTIVE' };
  });
}

interface LinkChanges {
  readonly attached: readonly (AttachmentRow & { readonly active: boolean })[];
  readonly detached: readonly { readonly record: RecordKey; readonly identifier: IdentifierKey }[];
}

interface AttachmentRow {
  readonly record: RecordKey;
  readonly identifier: IdentifierKey;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly capturedAt: number | null;
  readonly since: number | null;
  readonly until: number | null;
}

/** Attachments to make and to end; one that is worded otherwise than before is made anew. */
function linkChanges({ before, after }: RecordDelta): LinkChanges {
  const old = new Map(
    before?.attachments.map((each) => [each.identifier, attachmentRow(each, after.key, before.floor)]),
  );
  const now = new Map(after.attachments.map((each) => [each.identifier, attachmentRow(each, after.key, after.floor)]));
  const differs = (key: IdentifierKey): boolean => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key));
  const status = new Map(after.attachments.map((each) => [each.identifier, each.status]));
  const changed = [...now.values()].filter((row) => differs(row.identifier));
  return {
    attached: changed.map((row) => ({ ...row, active: status.get(row.identifier) === 'ACTIVE' })),
    detached: [...old.values()].filter((row) => differs(row.identifier)),
  };
}

function attachmentRow(attachment: Attachment, record: RecordKey, floor: string): AttachmentRow {
  const { identifier, capturedAt, since, until } = attachment;
  return { record, identifier, properties: attachmentProperties(attachment, floor), capturedAt, since, until };
}
