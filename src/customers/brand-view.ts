import type { BrandScope } from '../auth/principal.js';
import type { Graph } from '../graph/graph.js';
import { displayNameOf } from '../identity/records/display-name.js';
import type { FlatAttributes } from '../identity/records/record.types.js';
import { LIMITS } from '../kernel/limits.js';
import { viewCustomers, type CustomerRow, type NamingRow, type Seen, type ViewRow } from './customers.queries.js';

/** The sources of which a scope sees records; null when it sees all. */
export function seenBy({ all, sources }: BrandScope): Seen {
  return all ? null : sources;
}

/**
 * Customers as a scope sees them, in their order: their size, age and caption are those of the records that it sees, and
 * whoever has none of these is left out. That something is contested would tell of others, so it is not told.
 */
export async function viewed(
  graph: Graph,
  scope: BrandScope,
  customers: readonly CustomerRow[],
): Promise<CustomerRow[]> {
  if (scope.all || customers.length === 0) return [...customers];
  const ids = [...new Set(customers.map((each) => each.id))];
  const rows = await graph.lookup(viewCustomers, {
    ids,
    sources: scope.sources,
    named: LIMITS.recordsPerCaption,
  });
  const views = new Map(rows.map((row) => [row.id, row]));
  return customers.flatMap(({ id }) => {
    const view = views.get(id);
    return view ? [asSeen(view)] : [];
  });
}

function asSeen({ id, createdAt, size, naming }: ViewRow): CustomerRow {
  return { id, createdAt, size, constrained: false, displayName: displayNameOf(naming.map(nameable)) };
}

function nameable({ key, recordId, displays, ...names }: NamingRow) {
  const said = Object.entries(names).filter((each): each is [string, string] => each[1] !== null);
  const attributes: FlatAttributes = Object.fromEntries(said);
  return { key, recordId, attributes, attachments: displays.map((display) => ({ display })) };
}
