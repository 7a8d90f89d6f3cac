import type { RecordState } from '../records/record.types.js';
import { compare } from '../resolution/link-units.js';

/** Caption of a customer for people's eyes: a name that a record gives, else a masked identifier, else the record. */
export function displayNameOf(records: readonly RecordState[]): string {
  const ordered = [...records].sort((a, b) => compare(a.key, b.key));
  const names = ordered.map(nameIn).filter((name) => name !== '');
  if (names[0] !== undefined) return names[0];
  const masked = ordered.flatMap((record) => record.attachments.map((each) => each.display)).sort(compare);
  return masked[0] ?? ordered[0]?.recordId ?? '';
}

function nameIn({ attributes }: RecordState): string {
  const part = (key: string): string => (typeof attributes[key] === 'string' ? attributes[key].trim() : '');
  const parts = [part('givenName'), part('familyName')].filter((each) => each !== '');
  return parts.length > 0 ? parts.join(' ') : part('fullName') || part('name') || part('organizationName');
}
