import type { CustomerId, IdentifierKey } from '../../kernel/ids.js';
import { compare } from '../resolution/link-units.js';
import { UnionFind } from './union-find.js';

/** An identifier or an ALWAYS decision that joined whoever holds it. */
export interface Tie {
  readonly identifier: IdentifierKey | null;
  readonly decision: string | null;
  /** Record keys, or ids of customers that stand for all of their records. */
  readonly holders: readonly string[];
}

/** A tie with the one holder by which it reached each of the groups that it joined. */
interface Used {
  readonly tie: Tie;
  readonly ends: Set<string>;
}

/**
 * The ties that lie between former customers, in their order: each customer counts as one from the start, a tie that joins
 * nothing new is left out, and so is one that only leads to a record that was nobody's. Near-linear in the holders.
 *
 * @param former the customer that a holder belonged to; absent for a record that was nobody's
 */
export function telling(ties: readonly Tie[], former: ReadonlyMap<string, CustomerId>): Tie[] {
  const customers = new Set<string>(former.values());
  const used = spanning(ties, former, customers);
  cutLooseEnds(used, customers);
  return used.filter((each) => each.ends.size > 1).map((each) => each.tie);
}

/** What joins something new, one tie after the other: together a tree. */
function spanning(
  ties: readonly Tie[],
  former: ReadonlyMap<string, CustomerId>,
  customers: ReadonlySet<string>,
): Used[] {
  const groups = new UnionFind();
  return ties.flatMap((tie): Used[] => {
    const places = [...new Set(tie.holders.map((holder) => former.get(holder) ?? holder))].sort(compare);
    const ends = new Map<string, string>();
    // A customer before a new record: by what a record shares with its own customer it leads nowhere else.
    for (const isCustomer of [true, false]) {
      for (const place of places.filter((each) => customers.has(each) === isCustomer)) {
        groups.add(place);
        const group = groups.find(place);
        if (!ends.has(group)) ends.set(group, place);
      }
    }
    const [first = '', ...others] = ends.values();
    for (const other of others) groups.union(first, other);
    return others.length > 0 ? [{ tie, ends: new Set(ends.values()) }] : [];
  });
}

/** Takes off, again and again, records that were nobody's and that only one tie reaches. */
function cutLooseEnds(used: readonly Used[], customers: ReadonlySet<string>): void {
  const tiesAt = new Map<string, Set<Used>>();
  for (const each of used) {
    for (const end of each.ends) tiesAt.set(end, (tiesAt.get(end) ?? new Set()).add(each));
  }
  const isLoose = (end: string): boolean => tiesAt.get(end)?.size === 1 && !customers.has(end);
  const loose = [...tiesAt.keys()].filter(isLoose);
  for (let end = loose.pop(); end !== undefined; end = loose.pop()) {
    const [tie] = tiesAt.get(end) ?? [];
    if (!tie || !isLoose(end)) continue;
    tie.ends.delete(end);
    tiesAt.delete(end);
    const [last, ...others] = tie.ends;
    if (last === undefined || others.length > 0) continue;
    tiesAt.get(last)?.delete(tie);
    if (isLoose(last)) loose.push(last);
  }
}
