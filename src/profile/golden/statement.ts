import type { StandardAddress } from '../../attributes/address/address.types.js';
import type { Member } from './member.types.js';
import type { Origin } from './survive.js';

/** A record with what surrounds each of its attributes. */
export interface Statement {
  readonly member: Member;
  readonly origin: Origin;
  /** 1 to 100. */
  readonly trust: number;
  /** In its standard form; null when the record has none. */
  readonly address: StandardAddress | null;
  /** Country of the record's address, else of the person; ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** The origin of what an identifier or attribute of the record says; an identifier has a moment of its own. */
export function originOf({ key, source, recordId, capturedAt }: Member, own: number | null = capturedAt): Origin {
  return { recordKey: key, source, recordId, capturedAt: own };
}
