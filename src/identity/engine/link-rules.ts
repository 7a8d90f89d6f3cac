import type { Policy } from '../policy/policy.types.js';
import type { IdentifierKey } from '../../kernel/ids.js';
import { crowdLimit } from '../resolution/link-units.js';
import type { IdentifierStatus } from './engine.types.js';

/** Whether identifiers of the type join records while their status is LINKABLE. */
export function joins(policy: Policy, type: string, status: IdentifierStatus): boolean {
  return status === 'LINKABLE' && policy.types[type]?.links === true;
}

/**
 * Up to how many attachments an identifier is locked. One far above `maxRecords` cannot become linkable while somebody
 * else's transaction lasts, and its lock would make every writer of a shop's tablet wait for the others.
 */
export function lockUpTo(policy: Policy, type: string): number {
  return crowdLimit(policy, type);
}

/** Type and namespace of an identifier, from its key `realm|TYPE|namespace|matchKey`. */
export function typeAndNamespace(key: IdentifierKey): { type: string; namespace: string } {
  const [, type = '', namespace = ''] = key.split('|', 3);
  return { type, namespace };
}
