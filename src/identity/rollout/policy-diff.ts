import type { Graph } from '../../graph/graph.js';
import type { CustomerId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import { pageCustomers } from '../identity.queries.js';
import type { Policy } from '../policy/policy.types.js';
import { countCustomers } from '../policy.queries.js';
import { readOnlyStore } from '../read-only-store.js';
import { changes, tallyOf } from './fates.js';
import { NOTHING, sum, type Fate, type Tally } from './rollout.types.js';
import { survey } from './survey.js';

/** What another policy would do to a stretch of the customers, in the order of their ids. */
export interface DiffStretch {
  readonly tally: Tally;
  /** The first customers that would change. */
  readonly changed: readonly Fate[];
  /** The last customer that was looked at. */
  readonly cursor: string;
  /** Customers after it. */
  readonly left: number;
}

/**
 * Compares the stored customers with what another policy would make of them; nothing is locked or written. Each
 * customer counts in the stretch that its id lies in, so that stretches add up.
 *
 * @param customers how many to look at
 */
export async function diffStretch(
  graph: Graph,
  policy: Policy,
  { after, customers }: { readonly after: string; readonly customers: number },
): Promise<DiffStretch> {
  /** What was seen of customers that come later, while components of earlier ones were walked. */
  const ahead = new Map<CustomerId, Fate | 'too large'>();
  let tally: Tally = NOTHING;
  let changed: Fate[] = [];
  let cursor = after;
  for (let wanted = customers; wanted > 0;) {
    const limit = Math.min(wanted, LIMITS.customersPerLook);
    const page = (await graph.lookup(pageCustomers, { after: cursor, limit })).map(({ id }) => id);
    const unseen = page.filter((id) => !ahead.has(id));
    const seen = await graph.read('identity.diffPolicy', (tx) => survey(readOnlyStore(tx), unseen, policy));
    for (const id of seen.tooLarge) ahead.set(id, 'too large');
    for (const fate of seen.fates) ahead.set(fate.customer, fate);
    const known = page.map((id) => ahead.get(id));
    const fates = known.flatMap((each) => (each && each !== 'too large' ? [each] : []));
    const setAside = known.filter((each) => each === 'too large').length;
    tally = sum(tally, { ...tallyOf(fates), looked: page.length, setAside });
    changed = [...changed, ...fates.filter(changes)].slice(0, LIMITS.customersNamed);
    for (const id of page) ahead.delete(id);
    cursor = page.at(-1) ?? cursor;
    wanted = page.length < limit ? 0 : wanted - page.length;
  }
  const [row] = await graph.lookup(countCustomers, { after: cursor });
  return { tally, changed, cursor, left: row?.customers ?? 0 };
}
