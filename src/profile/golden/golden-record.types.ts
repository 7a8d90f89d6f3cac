import type { StandardAddress } from '../../attributes/address/address.types.js';
import type { StandardDate } from '../../attributes/date/birth-date.types.js';
import type { StandardName } from '../../attributes/name/name.types.js';
import type { Origin, Reason } from './survive.js';

/** Another value that a record says, and the rule by which it lost. */
export interface Alternative {
  /** As it is shown: a name in full, the lines of an address, what the source sent when it cannot be used. */
  readonly value: unknown;
  readonly origin: Origin;
  readonly lostBy: Reason;
  /** Records that say it. */
  readonly records: number;
}

/** A value that survived, with where it comes from and what it was chosen over. */
export interface Golden<Value> {
  readonly value: Value;
  readonly origin: Origin;
  readonly decidedBy: Reason;
  /** Records that say the same, in whatever spelling. */
  readonly records: number;
  /** The first `LIMITS.alternativesPerValue` of them. */
  readonly alternatives: readonly Alternative[];
  /** How many more there are. */
  readonly moreAlternatives: number;
}

/** An identifier by which the person can be reached. Its value is masked. */
export interface ContactPoint {
  readonly type: string;
  readonly namespace: string;
  readonly display: string;
}

/** An attribute that survives by itself. */
export interface GoldenAttribute {
  readonly name: string;
  readonly golden: Golden<unknown>;
}

/** What a customer's records say, one value of each kind. */
export interface GoldenRecord {
  /** Version of the survivorship policy. */
  readonly policy: string;
  /** Records that were read. */
  readonly records: number;
  readonly name: Golden<StandardName> | null;
  readonly birthDate: Golden<StandardDate> | null;
  readonly address: Golden<StandardAddress> | null;
  /** The preferred one of each type. */
  readonly contactPoints: readonly Golden<ContactPoint>[];
  /** By name; the first `LIMITS.attributesPerProfile`. */
  readonly attributes: readonly GoldenAttribute[];
  /** More attributes than are shown. */
  readonly moreAttributes: number;
}
