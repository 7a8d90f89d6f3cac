import type { ReadTx } from '../../../graph/transaction.js';
import type { CustomerId, IdentifierKey } from '../../../kernel/ids.js';
import { inTurns } from '../../../kernel/turns.js';
import { evidenceAfter } from '../../engine/evidence-after.js';
import { gather, type Gathered } from '../../engine/gather.js';
import { tenureSizes, timesOf } from '../../engine/identifier-status.js';
import { typeAndNamespace } from '../../engine/link-rules.js';
import { countAttachments } from '../../identity.queries.js';
import type { Policy } from '../../policy/policy.types.js';
import { readOnlyStore } from '../../read-only-store.js';
import type { StoredRecord } from '../../records/record.types.js';
import type { CustomerEvidence } from './find-bridges.js';
import type { TenureEnds } from './retenure.js';

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
  const members = new Set(own.map((record) => record.key));
  return { customer: { evidence, policy, members, brink, tenures: tenuresIn(gathered) }, records };
}

/** What divides the time of the identifiers here. */
function tenuresIn({ records, standings }: Gathered): TenureEnds {
  const said = [...records.values()].map(({ key, attachments }) => {
    const dated = attachments.filter((each) => each.since !== null || each.until !== null);
    return [key, new Map(dated.map(({ identifier, since, until }) => [identifier, { since, until }]))] as const;
  });
  const cuts = new Map([...standings].map(([key, standing]) => [key, standing.cuts] as const));
  return { said: new Map(said.filter(([, dated]) => dated.size > 0)), cuts };
}

/**
 * Generic identifiers of the records that would link again with one attachment less: in one of their tenures, and whatever
 * the count when it is the `until` of one of them that divides these.
 */
async function identifiersOnTheBrink(
  tx: ReadTx,
  records: readonly StoredRecord[],
  standings: Gathered['standings'],
  policy: Policy,
): Promise<Set<IdentifierKey>> {
  const held = records.flatMap((record) => record.attachments.map((each) => each.identifier));
  const generic = [...new Set(held)].filter((key) => standings.get(key)?.status === 'GENERIC');
  if (generic.length === 0) return new Set();
  const standingIn = (key: IdentifierKey) => standings.get(key) ?? { status: 'GENERIC', divided: false, cuts: [] };
  const counts = await tx.all(countAttachments, { keys: generic });
  const counted = new Map(counts.map(({ key, attachments }) => [key, attachments]));
  const times = await timesOf(
    readOnlyStore(tx),
    new Map(generic.map((key) => [key, standingIn(key)])),
    counted,
    policy,
  );
  const most = (key: IdentifierKey): number => policy.types[typeAndNamespace(key).type]?.maxRecords ?? 0;
  const sizes = (key: IdentifierKey, all: number): readonly number[] => {
    const held = times.get(key);
    return held ? tenureSizes(key, held, standingIn(key).cuts) : [all];
  };
  const ending = new Set(
    records.flatMap((record) =>
      record.attachments.filter((each) => each.until !== null).map((each) => each.identifier),
    ),
  );
  const isNear = ({ key, attachments }: (typeof counts)[number]): boolean =>
    ending.has(key) || sizes(key, attachments).some((size) => size <= most(key) + 1);
  return new Set(counts.filter(isNear).map(({ key }) => key));
}
