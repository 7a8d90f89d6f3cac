import type { Policy } from '../../identity/policy/policy.types.js';

/** What surrounds a record: the rules, and the realm that its identifiers link in. */
export interface NormaliseSettings {
  readonly policy: Policy;
  readonly realm: string;
}
