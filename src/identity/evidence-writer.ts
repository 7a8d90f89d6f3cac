import type { WriteTx } from '../graph/transaction.js';
import type { IdentifierKey, RecordKey } from '../kernel/ids.js';
import type { RecordDelta, WritePlan } from './engine/engine.types.js';
import * as queries from './identity.queries.js';
import { attachmentProperties, recordProperties } from './record-rows.js';
import type { Attachment } from './records/record.types.js';

/** Writes records, identifiers and attachments. The statements are sent together and run in this order. */
export async function writeEvidence(tx: WriteTx, plan: WritePlan): Promise<void> {
  const links = plan.records.map(linkChanges);
  const attached = links.flatMap((each) => each.attached);
  const fresh = plan.identifiers.filter((each) => !each.before && links.some((link) => link.keys.has(each.key)));
  const restated = plan.identifiers.filter((each) => each.before && each.before.status !== each.status);
  const send = <Row extends object>(
    statement: Parameters<typeof tx.run<{ rows: readonly Row[] }>>[0],
    rows: readonly Row[],
  ) => (rows.length > 0 ? tx.run(statement, { rows }) : Promise.resolve());
  await Promise.all([
    send(
      queries.createIdentifiers,
      fresh.map(({ key, type, namespace, display, status, reason }) => {
        return { key, type, namespace, display, status, ...(reason ? { reason } : {}) };
      }),
    ),
    send(
      queries.setIdentifierStatus,
      restated.map(({ key, status }) => ({ key, status })),
    ),
    send(queries.createRecords, plan.records.filter((each) => !each.before).map(recordRow)),
    send(queries.replaceRecords, plan.records.filter((each) => each.before).map(recordRow)),
    send(
      queries.detachIdentifiers,
      links.flatMap((each) => each.detached),
    ),
    send(
      queries.attachIdentifiers,
      attached.filter((each) => each.active),
    ),
    send(
      queries.withholdIdentifiers,
      attached.filter((each) => !each.active),
    ),
  ]);
}

function recordRow({ after }: RecordDelta): object {
  const { key, capturedAt, receivedAt } = after;
  return { key, properties: recordProperties(after), capturedAt, receivedAt };
}

interface LinkChanges {
  readonly attached: readonly (AttachmentRow & { readonly active: boolean })[];
  readonly detached: readonly { readonly record: RecordKey; readonly identifier: IdentifierKey }[];
  /** Every identifier that is attached. */
  readonly keys: ReadonlySet<IdentifierKey>;
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
    keys: new Set(now.keys()),
  };
}

function attachmentRow(attachment: Attachment, record: RecordKey, floor: string): AttachmentRow {
  const { identifier, capturedAt, since, until } = attachment;
  return { record, identifier, properties: attachmentProperties(attachment, floor), capturedAt, since, until };
}
