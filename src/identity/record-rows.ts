import type { CustomerId, IdentifierKey, RecordKey } from '../kernel/ids.js';
import { isTurn, type Steps } from '../kernel/turns.js';
import type { IdentifierQuality } from '../identifiers/identifier.types.js';
import type { HeldTimes, IdentifierStatus, Standing } from './engine/engine.types.js';
import { attributesOf, propertyOf } from './records/node-attributes.js';
import { searchText } from './records/search-words.js';
import type { Attachment, AttachmentStatus, RecordState, StoredRecord } from './records/record.types.js';
import type { ContestReason } from './resolution/evidence.types.js';
import { NOBODY } from './resolution/persons/person.types.js';
import { parsePersonKey, personKey } from './resolution/persons/person-key.js';

/** A record as the statements return it. Times in epoch milliseconds. */
export interface RecordRow {
  properties: Record<string, unknown>;
  capturedAt: number | null;
  receivedAt: number;
  named: boolean;
  /** Identifiers of active DETACH decisions. */
  detached: IdentifierKey[];
  customerId: CustomerId | null;
  attachments: AttachmentRow[];
}

interface AttachmentRow {
  held: Record<string, unknown>;
  capturedAt: number | null;
  since: number | null;
  until: number | null;
  key: IdentifierKey;
  type: string;
  namespace: string;
  display: string;
  /** Only where a change is applied to the record. */
  reason?: string | null;
  status: IdentifierStatus;
  contested?: boolean | null;
  contestReasons?: ContestReason[];
  /** Only where decisions are asked for. */
  named?: boolean;
  divided?: boolean | null;
  /** Epoch milliseconds. */
  cuts?: number[] | null;
}

/**
 * A record among the many of a customer: what decides about it, and attachments as lists without the names of their fields,
 * which would be most of what travels.
 */
export type CompactRow = Omit<RecordRow, 'detached' | 'attachments'> & { attachments: CompactAttachment[] };

/** In the order of the statements `surroundings` and `read-surroundings`. */
type CompactAttachment = [
  ...[key: IdentifierKey, type: string, namespace: string, display: string, status: IdentifierStatus],
  ...[contested: boolean | null, contestReasons: ContestReason[], named: boolean, held: AttachmentStatus | null],
  ...[capturedAt: number | null, since: number | null, until: number | null],
  ...[divided: boolean | null, cuts: number[] | null],
];

/** The same with names. */
export function namedRow(row: CompactRow) {
  return { ...row, detached: [], attachments: row.attachments.map(namedAttachment) };
}

function namedAttachment([key, type, namespace, display, status, ...rest]: CompactAttachment) {
  const [contested, contestReasons, named, held, capturedAt, since, until, divided, cuts] = rest;
  const identifier = { key, type, namespace, display, status, contested, contestReasons, named, divided, cuts };
  return { ...identifier, held: { status: held }, capturedAt, since, until };
}

/** Node properties of a record; times travel beside them. Attributes are properties of their own, by dotted path. */
export function recordProperties(state: RecordState): Record<string, unknown> {
  const { key, source, recordId, realm, deleted, version, sourceVersion, floor, patches, removed, person } = state;
  const own: Record<string, unknown> = { key, source, recordId, realm, floor };
  if (deleted) own['deleted'] = true;
  if (version) own['version'] = version;
  if (sourceVersion) own['sourceVersion'] = sourceVersion;
  if (Object.keys(patches).length > 0) own['patches'] = JSON.stringify(patches);
  if (Object.keys(removed).length > 0) own['removed'] = JSON.stringify(removed);
  if (state.hold) own['hold'] = state.hold;
  if (state.conflicts.length > 0) own['conflicts'] = state.conflicts;
  const who = personKey(person);
  if (who !== personKey(NOBODY)) own['person'] = who;
  for (const [path, value] of Object.entries(state.attributes)) own[propertyOf(path)] = value;
  if (!deleted) own['searchText'] = searchText(state);
  return own;
}

/** Relationship properties of an attachment; times travel beside them. What the record says anyway is left out. */
export function attachmentProperties(attachment: Attachment, floor: string): Record<string, unknown> {
  const { raw, canonical, token, status } = attachment;
  const properties: Record<string, unknown> = { raw };
  if (canonical !== raw) properties['canonical'] = canonical;
  if (token !== floor) properties['token'] = token;
  if (status !== 'ACTIVE') properties['status'] = status;
  return properties;
}

/** The record that a row holds. */
export function storedRecord(row: RecordRow): StoredRecord {
  const text = (name: string): string => textOf(row.properties[name]);
  const floor = text('floor');
  return {
    key: text('key') as RecordKey,
    source: text('source'),
    recordId: text('recordId'),
    realm: text('realm'),
    deleted: row.properties['deleted'] === true,
    version: text('version'),
    sourceVersion: row.properties['sourceVersion'] ? text('sourceVersion') : null,
    floor,
    attributes: attributesOf(row.properties),
    patches: tokens(row.properties['patches']),
    removed: tokens(row.properties['removed']),
    attachments: row.attachments.map((each) => storedAttachment(each, floor)),
    detached: row.detached,
    conflicts: (row.properties['conflicts'] as string[] | undefined) ?? [],
    hold: textOf(row.properties['hold']) || null,
    person: row.properties['person'] ? parsePersonKey(text('person')) : NOBODY,
    capturedAt: row.capturedAt,
    receivedAt: row.receivedAt,
    customerId: row.customerId,
    named: row.named,
  };
}

/** How the identifiers of the rows stand. */
export function* standingsOf(rows: readonly RecordRow[]): Steps<Map<IdentifierKey, Standing>> {
  const standings = new Map<IdentifierKey, Standing>();
  for (const [index, row] of rows.entries()) {
    if (isTurn(index)) yield;
    for (const { key, status, contestReasons = [], named = false, divided, cuts } of row.attachments)
      standings.set(key, { status, contestReasons, named, divided: divided ?? false, cuts: cuts ?? [] });
  }
  return standings;
}

function storedAttachment(row: AttachmentRow, floor: string): Attachment {
  const raw = textOf(row.held['raw']);
  return {
    identifier: row.key,
    type: row.type,
    namespace: row.namespace,
    raw,
    canonical: textOf(row.held['canonical']) || raw,
    display: row.display,
    quality: qualityOf(row.reason),
    status: (row.held['status'] as AttachmentStatus | undefined) ?? 'ACTIVE',
    capturedAt: row.capturedAt,
    since: row.since,
    until: row.until,
    token: textOf(row.held['token']) || floor,
  };
}

/** A text property; '' when there is none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function qualityOf(reason: string | null = null): IdentifierQuality {
  return reason === 'PLACEHOLDER' ? 'placeholder' : reason === 'ROLE' ? 'role' : 'ok';
}

function tokens(json: unknown): Record<string, string> {
  return typeof json === 'string' ? (JSON.parse(json) as Record<string, string>) : {};
}

/** What attachments say about time, by identifier. */
export function timesByKey(rows: readonly (HeldTimes & { key: IdentifierKey })[]): Map<IdentifierKey, HeldTimes[]> {
  const times = new Map<IdentifierKey, HeldTimes[]>();
  for (const { key, ...said } of rows) {
    const own = times.get(key);
    if (own) own.push(said);
    else times.set(key, [said]);
  }
  return times;
}
