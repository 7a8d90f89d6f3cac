import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Caller } from '../auth/caller.js';
import type { Principal } from '../auth/principal.js';
import { RecordRef } from '../identity/graphql/record-ref.types.js';
import { IdentifierInput } from '../ingest/graphql/identifier-input.types.js';
import { incomingIdentifier } from '../ingest/graphql/incoming.types.js';
import { LIMITS } from '../kernel/limits.js';
import { CustomersService } from './customers.service.js';
import { Customer, CustomerBrand, CustomerConnection, IdentifierConnection } from './graphql/customer.types.js';
import { IdentityGraph } from './graphql/identity-graph.types.js';
import { IdentityStatus } from './graphql/identity-status.types.js';
import { Resolution } from './graphql/resolution.types.js';
import { RecordConnection, SourceRecord } from './graphql/source-record.types.js';
import { ResolveService } from './resolve.service.js';

const FIRST = { type: () => Int, description: 'Page size, 1 to 100.' } as const;
const AFTER = { type: () => String, nullable: true, description: 'endCursor of the page before.' } as const;
const NODES = `At most so many nodes, 1 to ${LIMITS.graphNodesMax}; ${LIMITS.graphNodesDefault} unless told.`;
type Ref = Pick<RecordRef, 'source' | 'recordId'>;
type Identifier = Pick<IdentifierInput, 'type' | 'value' | 'namespace'>;

@Resolver(() => Customer)
export class CustomersResolver {
  constructor(
    private readonly customers: CustomersService,
    private readonly questions: ResolveService,
  ) {}

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

  @Query(() => Resolution, { description: 'Who identifiers name, and why not more is known. Creates nothing.' })
  resolve(
    @Caller() caller: Principal,
    @Args('identifiers', { type: () => [IdentifierInput], description: `At most ${LIMITS.identifiersPerQuestion}.` })
    identifiers: readonly Identifier[],
  ) {
    return this.questions.resolve(caller, identifiers.map(incomingIdentifier));
  }

  @Query(() => IdentityGraph, {
    description: 'Nodes and edges to draw: a customer, its records and identifiers, and who contests one of them.',
  })
  identityGraph(
    @Caller() caller: Principal,
    @Args('customerId', { type: () => ID }) customerId: string,
    @Args('limit', { type: () => Int, nullable: true, description: NODES }) limit?: number,
  ) {
    return this.customers.graph(caller, customerId, limit ?? undefined);
  }

  @ResolveField(() => Customer, {
    nullable: true,
    description: 'The same customer as a brand sees it; null when the brand sees nothing of it.',
  })
  asBrand(@Caller() caller: Principal, @Parent() parent: Customer, @Args('id', { type: () => ID }) id: string) {
    return this.customers.asBrand(caller, parent, id);
  }

  @ResolveField(() => [CustomerBrand], { description: 'The brands whose own sources know it, by id.' })
  brands(@Caller() caller: Principal, @Parent() parent: Customer) {
    return this.customers.brandsOf(caller, parent);
  }

  @ResolveField(() => IdentifierConnection, { description: 'What its records hold, by type.' })
  identifiers(
    @Caller() caller: Principal,
    @Parent() parent: Customer,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after?: string,
  ) {
    return this.customers.identifiersOf(caller, parent, { first, after });
  }

  @ResolveField(() => RecordConnection, { description: 'Its source records, by source and id.' })
  records(
    @Caller() caller: Principal,
    @Parent() parent: Customer,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after?: string,
  ) {
    return this.customers.records(caller, parent, { first, after });
  }
}
