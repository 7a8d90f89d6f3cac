import type { RecordKey } from '../../kernel/ids.js';
import { compare } from '../resolution/link-units.js';
import type { FlatAttributes } from './record.types.js';

/** What a caption is made of. */
export interface Nameable {
  readonly key: RecordKey;
  readonly recordId: string;
  readonly attributes: FlatAttributes;
  readonly attachments: readonly { readonly display: string }[];
}

/** Caption of a customer for people's eyes: a name that a record gives, else a masked identifier, else the record. */
export function displayNameOf(records: readonly Nameable[]): string {
  const ordered = [...records].sort((a, b) => compare(a.key, b.key));
  const names = ordered.map(nameIn).filter((name) => name !== '');
  if (names[0] !== undefined) return names[0];
  const masked = ordered.flatMap((record) => record.attachments.map((each) => each.display)).sort(compare);
  return masked[0] ?? ordered[0]?.recordId ?? '';
}

function nameIn({ attributes }: Nameable): string {
  const part = (key: string): string => (typeof attributes[key] === 'string' ? attributes[key].trim() : '');
  const parts = [part('givenName'), part('familyName')].filter((each) => each !== '');
  return parts.length > 0 ? parts.join(' ') : part('fullName') || part('name') || part('organizationName');
}
