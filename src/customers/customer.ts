import type { CustomerRow } from './customers.queries.js';
import type { Customer } from './graphql/customer.types.js';

/** A customer as it is shown. `askedFor` is the id of the question. */
export function customer(row: CustomerRow, askedFor: string = row.id): Customer {
  const { id, createdAt, size, constrained, displayName } = row;
  const redirectedFrom = askedFor === id ? null : askedFor;
  return { id, createdAt, redirectedFrom, size, constrained, displayName: displayName || null };
}
