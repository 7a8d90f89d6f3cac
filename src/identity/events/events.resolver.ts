import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Caller } from '../../auth/caller.js';
import type { Principal } from '../../auth/principal.js';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { ChangeConnection, CustomerSnapshot, IdentityEventConnection } from './event-graphql.types.js';
import { EventsService } from './events.service.js';

const FIRST = { type: () => Int, description: 'Page size, 1 to 100.' } as const;
const AFTER = { type: () => String, nullable: true, description: 'endCursor of the page before.' } as const;

@Resolver()
export class EventsResolver {
  constructor(private readonly events: EventsService) {}

  @Query(() => ChangeConnection, {
    description:
      'What changed about who is who, in order. A consumer that follows it to the end knows every record’s customer; it goes on with the last cursor.',
  })
  changes(@Caller() caller: Principal, @Args('first', FIRST) first: number, @Args('after', AFTER) after?: string) {
    return this.events.changes(caller, { first, after });
  }

  @Query(() => IdentityEventConnection, { description: 'What happened to a customer id, newest first.' })
  customerHistory(
    @Caller() caller: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after?: string,
  ) {
    return this.events.history(caller, id, { first, after });
  }

  @Query(() => CustomerSnapshot, {
    nullable: true,
    description:
      'A customer as it stood at a moment. An id that was merged by then answers the customer of that moment; null when it was not there, or had fallen apart.',
  })
  async customerAsOf(
    @Caller() caller: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('at', { type: () => DateTimeScalar }) at: string,
  ) {
    const [snapshot, ...others] = await this.events.asOf(caller, id, at);
    return others.length === 0 ? (snapshot ?? null) : null;
  }
}
