import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Caller } from '../auth/caller.js';
import type { Principal } from '../auth/principal.js';
import { CustomerConnection } from '../customers/graphql/customer.types.js';
import { LIMITS } from '../kernel/limits.js';
import { SearchService } from './search.service.js';

@Resolver()
export class SearchResolver {
  constructor(private readonly searches: SearchService) {}

  @Query(() => CustomerConnection, {
    description: `Customers by any datum of theirs, the best first: names and parts of them, identifiers however they are written, addresses, birth dates. Accents and case do not matter, and words may be mistyped. The best ${LIMITS.recordsPerSearch} records are looked at.`,
  })
  search(
    @Caller() caller: Principal,
    @Args('text', { type: () => String, description: `1 to ${LIMITS.searchChars} characters. All of it must fit.` })
    text: string,
    @Args('first', { type: () => Int, description: 'Page size, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' }) after?: string,
  ) {
    return this.searches.search(caller, text, { first, after });
  }
}
