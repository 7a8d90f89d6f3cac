import type { ReadTx } from '../../../graph/transaction.js';
import type { CustomerId, IdentifierKey } from '../../../kernel/ids.js';
import { inTurns } from '../../../kernel/turns.js';
import { evidenceAfter } from '../../engine/evidence-after.js';
import { gather, type Gathered } from '../../engine/gather.js';
import { typeAndNamespace } from '../../engine/link-rules.js';
import { countAttachments } from '../../identity.queries.js';
import type { Policy } from '../../policy/policy.types.js';
import { readOnlyStore } from '../../read-only-store.js';
import type { StoredRecord } from '../../records/record.types.js';
import type { CustomerEvidence } from './find-bridges.js';

/** A customer with its evidence component, as the graph has them now. */
export interface CustomerRead {
  readonly customer: Omit<CustomerEvidence, 'trialRecords'>;
  readonly records: Gathered['records'];
}

/** Reads the evidence component of a customer, without locks; null when it is larger than the policy lets anybody walk. */
export async function readCustomer(tx: ReadTx, id: CustomerId, policy: Policy): Promise<CustomerRead | null> {
  const store = readOnlyStore(tx);
  const { customers } = await store.lockCustomers([id], [], []);
  if (customers.some((each) => each.size > policy.componentMax)) return null;
  const gathered = await gather(store, [{ deltas: [], identifiers: [], customers }], policy);
  if (!('customers' in gathered)) return null;
  const { records, standings, decisions } = gathered;
  const own = [...records.values()].filter((record) => record.customerId === id);
  const brink = await identifiersOnTheBrink(tx, own, standings, policy);
  const all = [...decisions.values()];
  const evidence = await inTurns(evidenceAfter([...records.values()], standings, new Map(), all));
  return { customer: { evidence, policy, members: new Set(own.map((record) => record.key)), brink }, records };
}

/** Generic identifiers of the records that would link again with one attachment less. */
async function identifiersOnTheBrink(
  tx: ReadTx,
  records: readonly StoredRecord[],
  standings: Gathered['standings'],
  policy: Policy,
): Promise<Set<IdentifierKey>> {
  const held = records.flatMap((record) => record.attachments.map((each) => each.identifier));
  const generic = [...new Set(held)].filter((key) => standings.get(key)?.status === 'GENERIC');
  if (generic.length === 0) return new Set();
  const counts = await tx.all(countAttachments, { keys: generic });
  const most = (key: IdentifierKey): number => policy.types[typeAndNamespace(key).type]?.maxRecords ?? 0;
  return new Set(counts.filter(({ key, attachments }) => attachments <= most(key) + 1).map(({ key }) => key));
}
