import type { BrandScope } from '../auth/principal.js';
import type { CustomerRow } from './customers.queries.js';
import type { Customer } from './graphql/customer.types.js';

/** A customer as it is shown. `askedFor` is the id of the question, `viewedBy` whose view it is if not the caller's. */
export function customer(row: CustomerRow, askedFor: string = row.id, viewedBy?: BrandScope): Customer {
  const { id, createdAt, size, constrained, displayName } = row;
  const redirectedFrom = askedFor === id ? null : askedFor;
  return { id, createdAt, redirectedFrom, size, constrained, displayName: displayName || null, viewedBy };
}
