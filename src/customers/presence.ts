import type { Inventory } from '../brands/inventory.js';
import { showBrand } from '../brands/show-inventory.js';
import type { PresenceRow } from './customers.queries.js';
import type { CustomerBrand } from './graphql/customer.types.js';

type Presence = Pick<PresenceRow, 'records' | 'firstAt' | 'lastAt'>;

/** The brands that the sources of a customer's records speak for, by id; sources without a brand count for none. */
export function presenceOfBrands(rows: readonly PresenceRow[], inventory: Inventory): CustomerBrand[] {
  const known = new Map<string, Presence>();
  for (const row of rows) {
    const brandId = inventory.source(row.source)?.brandId ?? null;
    if (brandId !== null) known.set(brandId, together(known.get(brandId), row));
  }
  return [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, { records, firstAt, lastAt }]) => {
      const brand = inventory.brand(id);
      if (!brand) return [];
      return { brand: showBrand(brand, inventory), records, firstAt: new Date(firstAt), lastAt: new Date(lastAt) };
    });
}

function together(known: Presence | undefined, row: Presence): Presence {
  if (!known) return row;
  return {
    records: known.records + row.records,
    firstAt: Math.min(known.firstAt, row.firstAt),
    lastAt: Math.max(known.lastAt, row.lastAt),
  };
}
