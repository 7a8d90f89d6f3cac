import { unflatten } from '../identity/records/flat-attributes.js';
import { attributesOf } from '../identity/records/node-attributes.js';
import { readInstant } from '../kernel/instants.js';
import type { Member } from './golden/member.types.js';
import type { MemberRow } from './profile.queries.js';

/** A record as the golden record reads it. A version that is an instant stands in for a missing `capturedAt`. */
export function memberOfRow({ properties, capturedAt, receivedAt, identifiers }: Omit<MemberRow, 'index'>): Member {
  const version = properties['sourceVersion'];
  const versionAt = typeof version === 'string' ? (readInstant(version)?.epochMs ?? null) : null;
  return {
    key: String(properties['key']),
    source: String(properties['source']),
    recordId: String(properties['recordId']),
    capturedAt: capturedAt ?? versionAt,
    receivedAt,
    attributes: unflatten(attributesOf(properties)),
    identifiers,
  };
}
