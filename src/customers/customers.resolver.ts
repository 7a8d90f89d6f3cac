import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Caller } from '../auth/caller.js';
import type { Principal } from '../auth/principal.js';
import { RecordRef } from '../identity/graphql/record-ref.types.js';
import { IdentifierInput } from '../ingest/graphql/identifier-input.types.js';
import { incomingIdentifier } from '../ingest/graphql/incoming.types.js';
import { CustomersService } from './customers.service.js';
import { Customer, CustomerConnection, IdentifierConnection } from './graphql/customer.types.js';
import { IdentityStatus } from './graphql/identity-status.types.js';
import { RecordConnection, SourceRecord } from './graphql/source-record.types.js';

const FIRST = { type: () => Int, description: 'Page size, 1 to 100.' } as const;
const AFTER = { type: () => String, nullable: true, description: 'endCursor of the page before.' } as const;
type Ref = Pick<RecordRef, 'source' | 'recordId'>;
type Identifier = Pick<IdentifierInput, 'type' | 'value' | 'namespace'>;

@Resolver(() => Customer)
export class CustomersResolver {
  constructor(private readonly customers: CustomersService) {}

  @Query(() => Customer, {
    nullable: true,
    description:
      'The customer of an id. A former id answers the live customer, with redirectedFrom; null when the id is unknown, emptied or split: ask identity.',
  })
  customer(@Caller() caller: Principal, @Args('id', { type: () => ID }) id: string) {
    return this.customers.byId(caller, id);
  }

  @Query(() => IdentityStatus, { description: 'What became of a customer id.' })
  identity(@Caller() caller: Principal, @Args('id', { type: () => ID }) id: string) {
    return this.customers.identity(caller, id);
  }

  @Query(() => Customer, {
    nullable: true,
    description:
      'The one customer that holds an identifier. Null also when it is contested or joins nobody: ask resolve.',
  })
  customerByIdentifier(
    @Caller() caller: Principal,
    @Args('identifier', { type: () => IdentifierInput }) identifier: Identifier,
  ) {
    return this.customers.byIdentifier(caller, incomingIdentifier(identifier));
  }

  @Query(() => Customer, { nullable: true, description: 'The customer that a source record resolves to.' })
  customerByRecord(@Caller() caller: Principal, @Args('ref', { type: () => RecordRef }) ref: Ref) {
    return this.customers.byRecord(caller, ref);
  }

  @Query(() => SourceRecord, { nullable: true, description: 'A source record; null when it is unknown or deleted.' })
  record(@Caller() caller: Principal, @Args('ref', { type: () => RecordRef }) ref: Ref) {
    return this.customers.record(caller, ref);
  }

  @Query(() => CustomerConnection, { name: 'customers', description: 'Live customers, oldest first.' })
  list(@Caller() caller: Principal, @Args('first', FIRST) first: number, @Args('after', AFTER) after?: string) {
    return this.customers.list(caller, { first, after });
  }

  @ResolveField(() => IdentifierConnection, { description: 'What its records hold, by type.' })
  identifiers(
    @Caller() caller: Principal,
    @Parent() { id }: Customer,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after?: string,
  ) {
    return this.customers.identifiersOf(caller, id, { first, after });
  }

  @ResolveField(() => RecordConnection, { description: 'Its source records, by source and id.' })
  records(
    @Caller() caller: Principal,
    @Parent() { id }: Customer,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after?: string,
  ) {
    return this.customers.records(caller, id, { first, after });
  }
}
