import type { ReadTx } from '../../graph/transaction.js';
import type { CustomerId, IdentifierKey } from '../../kernel/ids.js';
import { inTurns, type Steps } from '../../kernel/turns.js';
import type { Cluster } from '../engine/clusters.js';
import type { MembershipPlan } from '../engine/engine.types.js';
import { gather, type Gathered } from '../engine/gather.js';
import { membershipPlan, reresolve, type Reresolved } from '../engine/slow-path.js';
import { countAttachments } from '../identity.queries.js';
import type { Policy } from '../policy/policy.types.js';
import { readOnlyStore } from '../read-only-store.js';
import { statusOf, timesOf } from '../engine/identifier-status.js';
import { typeAndNamespace } from '../engine/link-rules.js';
import { differencesOf, holderOf, ofSettled, type Difference } from './difference.js';

/** What was looked at, and what is wrong there. */
export interface Look {
  readonly customers: ReadonlySet<CustomerId>;
  readonly records: number;
  readonly differences: readonly Difference[];
  /** Customers that wait for a later job, and may differ until then. */
  readonly unsettled: number;
  /** The component is larger than `componentMax`: it was not looked at. */
  readonly tooLarge: boolean;
}

/** Reads the evidence components of some customers, resolves them anew and compares. Nothing is locked or written. */
export async function lookAt(tx: ReadTx, ids: readonly CustomerId[], policy: Policy): Promise<Look> {
  const store = readOnlyStore(tx);
  const { customers } = await store.lockCustomers(ids, [], []);
  const cluster: Cluster = { deltas: [], identifiers: [], customers };
  const gathered = await gather(store, [cluster], policy);
  if (!('customers' in gathered))
    return { customers: new Set(ids), records: 0, differences: [], unsettled: 0, tooLarge: true };
  const after = await inTurns(reresolve(gathered, [], new Map(), policy));
  const plan = await inTurns(planOf(gathered, after, policy));
  const differences = [...differencesOf(plan, gathered), ...(await wrongStatus(tx, gathered, policy))];
  const unsettled = [...gathered.customers.values()].filter((each) => each.unsettled).length;
  return {
    customers: new Set(gathered.customers.keys()),
    records: gathered.records.size,
    differences: ofSettled(differences, gathered),
    unsettled,
    tooLarge: false,
  };
}

function planOf(gathered: Gathered, after: Reresolved, policy: Policy): Steps<MembershipPlan> {
  const nothing = { formers: [], before: new Map() };
  let fresh = 0;
  const newId = (): string => `new-${(fresh += 1)}`;
  return membershipPlan(gathered, after, nothing, [], {
    ...{ policy, newId, identifiers: new Map() },
    decisions: [...gathered.decisions.values()],
  });
}

/** Identifiers whose GENERIC or LINKABLE status does not follow from how many records hold them, in each tenure. */
async function wrongStatus(tx: ReadTx, gathered: Gathered, policy: Policy): Promise<Difference[]> {
  const keys: IdentifierKey[] = [...gathered.standings]
    .filter(([, each]) => each.status !== 'BLOCKED')
    .map(([key]) => key);
  const counts = keys.length > 0 ? await tx.all(countAttachments, { keys }) : [];
  const counted = new Map(counts.map(({ key, attachments }) => [key, attachments]));
  const times = await timesOf(readOnlyStore(tx), gathered.standings, counted, policy);
  return counts.flatMap(({ key, attachments }): Difference[] => {
    const type = typeAndNamespace(key).type;
    const standing = gathered.standings.get(key);
    const { divided = false, cuts = [] } = standing ?? {};
    const status = statusOf({ key, attachments, divided, cuts, times: () => times.get(key) ?? [] }, policy);
    if ((status === 'GENERIC') === (standing?.status === 'GENERIC')) return [];
    const message = `holds a ${type} of ${attachments} records whose status is wrong`;
    return [{ kind: 'STATUS', subject: holderOf(key, gathered), message }];
  });
}
