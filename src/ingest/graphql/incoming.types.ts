import type { IncomingIdentifier, IncomingRecord } from '../record.types.js';
import type { AttachmentInput, RecordInput } from './upsert-records.types.js';
import type { IdentifierInput } from './identifier-input.types.js';

/** A record of the API in the shape that all the doors share. A null is a missing field. */
export function incomingRecord(input: RecordInput): IncomingRecord {
  const { source, recordId, sourceVersion, capturedAt, identifiers, removeIdentifiers, attributes, mode } = input;
  return {
    source,
    recordId,
    sourceVersion: sourceVersion ?? undefined,
    capturedAt: capturedAt ?? undefined,
    identifiers: identifiers.map(incomingAttachment),
    removeIdentifiers: removeIdentifiers?.map(incomingIdentifier),
    attributes: attributes ?? {},
    mode: mode ?? 'REPLACE',
  };
}

/** An identifier of the API in the shape that all the doors share. */
export function incomingIdentifier({ type, value, namespace }: IdentifierInput): IncomingIdentifier {
  return { type, value, namespace: namespace ?? undefined };
}

function incomingAttachment(input: AttachmentInput): IncomingIdentifier {
  return {
    ...incomingIdentifier(input),
    since: input.since ?? undefined,
    until: input.until ?? undefined,
  };
}
