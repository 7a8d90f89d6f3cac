import { createHash } from 'node:crypto';
import { recordKey, type IdentifierKey } from '../../kernel/ids.js';
import { flatten, type Flattened } from '../../identity/records/flat-attributes.js';
import type { FlatAttributes, RecordChange } from '../../identity/records/record.types.js';
import { instantOrder, orderOfVersion } from '../../identity/records/versions.js';
import { readBirthDate } from '../../identity/resolution/persons/birth-date.js';
import type { IncomingRecord, RowProblem } from '../record.types.js';
import { checkRecord } from './check-record.js';
import { readMoment } from './moment.js';
import type { NormaliseSettings } from './normalise.types.js';
import { normaliseAttachments, type AttachmentsRead } from './normalise-attachments.js';

export type NormalisedRecord =
  | { readonly kind: 'change'; readonly change: RecordChange; readonly warnings: readonly RowProblem[] }
  | { readonly kind: 'rejected'; readonly problem: RowProblem };

/**
 * One statement of a source, validated and in canonical form. Only a bad key, a bad version or an exceeded limit rejects
 * it; an identifier or attribute that cannot be read is left out with a warning. No message repeats a value.
 */
export function normaliseRecord(record: IncomingRecord, settings: NormaliseSettings): NormalisedRecord {
  const problem = checkRecord(record);
  if (problem) return { kind: 'rejected', problem };
  const version = readVersion(record);
  if (!version.ok) return { kind: 'rejected', problem: BAD_VERSION };
  const captured = readMoment(record.capturedAt, 'capturedAt');
  const flat = flatten(record.attributes);
  const context = { addressCountry: countryOf(flat.attributes), sourceCountry: record.sourceCountry ?? null };
  const read = normaliseAttachments(record, context, settings, captured.at);
  const change: RecordChange = {
    kind: record.mode ?? 'REPLACE',
    key: recordKey(record.source, record.recordId),
    source: record.source,
    recordId: record.recordId,
    realm: settings.realm,
    order: version.order ?? (captured.at === null ? null : instantOrder(captured.at)),
    sourceVersion: record.sourceVersion ?? null,
    capturedAt: captured.at,
    attributes: flat.attributes,
    cleared: flat.cleared,
    attachments: read.attachments,
    removeIdentifiers: read.removed,
    contentHash: hashOf(record.mode ?? 'REPLACE', flat, read),
  };
  return { kind: 'change', change, warnings: [...captured.warnings, ...attributeWarnings(flat), ...read.warnings] };
}

/** A deletion of a record; everything about it goes, only its key and version stay. */
export function normaliseDeletion(
  ref: Pick<IncomingRecord, 'source' | 'recordId' | 'sourceVersion'>,
  settings: NormaliseSettings,
): NormalisedRecord {
  const problem = checkRecord({ ...ref, identifiers: [], attributes: {} });
  if (problem) return { kind: 'rejected', problem };
  const version = readVersion(ref);
  if (!version.ok) return { kind: 'rejected', problem: BAD_VERSION };
  const nothing = { attributes: {}, cleared: [], attachments: [], removeIdentifiers: [], capturedAt: null };
  const change: RecordChange = {
    ...nothing,
    kind: 'DELETE',
    key: recordKey(ref.source, ref.recordId),
    source: ref.source,
    recordId: ref.recordId,
    realm: settings.realm,
    order: version.order,
    sourceVersion: ref.sourceVersion ?? null,
    contentHash: 'deleted',
  };
  return { kind: 'change', change, warnings: [] };
}

const BAD_VERSION: RowProblem = {
  code: 'BAD_VERSION',
  field: 'sourceVersion',
  message: 'is neither a whole number of at most 20 digits nor an RFC 3339 instant',
};

/** The order of a record's version; null when it has none. */
function readVersion({
  sourceVersion,
}: Pick<IncomingRecord, 'sourceVersion'>):
  { readonly ok: true; readonly order: string | null } | { readonly ok: false } {
  if (sourceVersion === undefined) return { ok: true, order: null };
  const order = orderOfVersion(sourceVersion);
  return order === null ? { ok: false } : { ok: true, order };
}

function countryOf(attributes: FlatAttributes): string | null {
  const country = attributes['address.country'];
  return typeof country === 'string' && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : null;
}

function attributeWarnings({ attributes, problems }: Flattened): RowProblem[] {
  const warnings = problems.map(({ code, path, message }) => ({ code, field: `attributes.${path}`, message }));
  const { problem } = readBirthDate(attributes['birthDate']);
  if (!problem) return warnings;
  const message = `says nothing about the person (${problem}): allowed is YYYY-MM-DD, and a real day`;
  return [...warnings, { code: 'INVALID_DATE', field: 'attributes.birthDate', message }];
}

/** Equal hashes are equal content; the order of identifiers and attributes does not matter. */
function hashOf(kind: string, flat: Flattened, read: AttachmentsRead): string {
  const attachments = read.attachments.map(({ identifier, raw, since, until }) =>
    [identifier, raw, since, until].join('\n'),
  );
  const attributes = Object.entries(flat.attributes).map(([path, value]) => JSON.stringify([path, value]));
  const removed: IdentifierKey[] = [...read.removed];
  const content = [kind, attachments.sort(), attributes.sort(), [...flat.cleared].sort(), removed.sort()];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 20);
}
