import type { Principal } from '../auth/principal.js';
import type { CustomersService } from '../customers/customers.service.js';
import type { Customer } from '../customers/graphql/customer.types.js';
import { badUserInput } from '../graphql/api-error.js';
import { connectionOf, pageSize, placeOf, type Connection } from '../graphql/paging.js';
import { LIMITS } from '../kernel/limits.js';
import { readTerms } from './read-terms.js';
import type { Found, SearchRepository } from './search.repository.js';

/** Finds people by whatever is known of them. */
export class SearchService {
  constructor(
    private readonly repository: SearchRepository,
    private readonly customers: CustomersService,
  ) {}

  /** Customers by what somebody typed, the best first. Throws ApiError naming the field when it cannot be searched for. */
  async search(
    caller: Principal,
    text: string,
    page: { readonly first: number; readonly after?: string | null },
  ): Promise<Connection<Customer>> {
    const first = pageSize(page.first);
    const [by = '', score = '', id = ''] = placeOf(page.after, 3);
    if (text.trim() === '' || text.length > LIMITS.searchChars)
      throw badUserInput([{ field: 'text', message: `must have 1 to ${LIMITS.searchChars} characters` }]);
    const found = await this.repository.find(caller.scope, readTerms(text));
    const left = found.filter((each) => by === '' || comesAfter(each, { by, score: Number(score), id }));
    const asked = left.slice(0, first + 1);
    const known = await this.customers.byOwnIds(
      caller,
      asked.map((each) => each.id),
    );
    const rows = asked.flatMap((each) => {
      const customer = known.get(each.id);
      return customer ? [{ ...each, customer }] : [];
    });
    return connectionOf(
      rows,
      first,
      (row) => [row.by, String(row.score), row.id],
      (row) => row.customer,
    );
  }
}

/** Whether somebody comes after a place of the list: by kind, then score, then id. */
function comesAfter(each: Found, place: { readonly by: string; readonly score: number; readonly id: string }): boolean {
  if (each.by !== place.by) return each.by > place.by;
  return each.score === place.score ? each.id > place.id : each.score < place.score;
}
