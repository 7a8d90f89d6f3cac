import { attributesOf } from '../identity/records/node-attributes.js';
import { unflatten } from '../identity/records/flat-attributes.js';
import type { SourceRecordRow } from './customers.queries.js';
import type { Attachment, SourceRecord } from './graphql/source-record.types.js';

/** A record as it is shown: attributes nested again, identifiers by type, values masked. */
export function sourceRecord(row: SourceRecordRow): SourceRecord {
  const { properties, customerId, capturedAt, receivedAt, identifiers } = row;
  const version = properties['sourceVersion'];
  return {
    source: String(properties['source']),
    recordId: String(properties['recordId']),
    customerId,
    sourceVersion: typeof version === 'string' ? version : null,
    capturedAt: capturedAt === null ? null : new Date(capturedAt),
    receivedAt: new Date(receivedAt),
    attributes: unflatten(attributesOf(properties)),
    identifiers: identifiers.map(({ held, ...rest }): Attachment => ({ ...rest, attachment: held })).sort(byType),
  };
}

function byType(a: Attachment, b: Attachment): number {
  const left = [a.type, a.namespace, a.display];
  const right = [b.type, b.namespace, b.display];
  return left.join() < right.join() ? -1 : 1;
}
