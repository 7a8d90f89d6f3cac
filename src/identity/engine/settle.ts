import type { CustomerId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import { bringUpToDate, type Brought, type Context } from './bring-up-to-date.js';
import type { EvidenceStore } from './engine.types.js';

/**
 * Takes up what was held about a customer because its component was too large to be walked in a request: its HELD
 * attachments count from now on, and the component is resolved however large it is, up to `LIMITS.recordsPerSettlement`.
 * Throws RulingTooLarge above that.
 */
export async function settle(store: EvidenceStore, customer: CustomerId, context: Context): Promise<Brought> {
  const { records } = await store.surroundings([customer]);
  const held = records.filter((record) => record.attachments.some((each) => each.status === 'HELD'));
  const policy = {
    ...context.policy,
    componentMax: Math.max(context.policy.componentMax, LIMITS.recordsPerSettlement),
  };
  const ruling = { begin: [], end: [], release: held.map((record) => record.key), touch: [customer] };
  return bringUpToDate(store, [], { ...context, policy }, ruling);
}
