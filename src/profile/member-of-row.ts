import { unflatten } from '../identity/records/flat-attributes.js';
import { attributesOf } from '../identity/records/node-attributes.js';
import type { FlatAttributes } from '../identity/records/record.types.js';
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
    attributes: nestedAttributes(attributesOf(properties)),
    identifiers,
  };
}

/**
 * Attributes in their nested form. A record may say both `address` and `address.city` (a REPLACE and a PATCH): by path, so that the
 * order in which properties are read does not decide, and the parts win.
 */
export function nestedAttributes(flat: FlatAttributes): Record<string, unknown> {
  const byPath = Object.entries(flat).sort(([a], [b]) => (a < b ? -1 : 1));
  return unflatten(Object.fromEntries(byPath));
}
