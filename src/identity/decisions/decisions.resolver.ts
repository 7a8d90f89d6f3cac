import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Caller } from '../../auth/caller.js';
import type { Principal } from '../../auth/principal.js';
import { connectionOf, pageSize, placeOf } from '../../graphql/paging.js';
import { recordKey } from '../../kernel/ids.js';
import { DecisionAnswers } from './decision-answers.js';
import type { DecisionStatus as Status } from './decision.types.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionsService } from './decisions.service.js';
import * as inputs from './graphql/decision-inputs.types.js';
import { Decision, DecisionConnection, DecisionPayload, DecisionStatus } from './graphql/decision.types.js';
import { readRecords } from './graphql/read-names.js';
import { readMoment } from './graphql/read-terms.js';
import { NamesService } from './names.service.js';

const PAYLOAD = (description: string) => ({ description });
const input = (type: new () => object) => ({ type: () => type });

@Resolver(() => Decision)
export class DecisionsResolver {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly repository: DecisionsRepository,
    private readonly names: NamesService,
    private readonly answers: DecisionAnswers,
  ) {}

  @Query(() => Decision, { nullable: true, description: 'A decision, whether it holds or not.' })
  decision(@Caller() { scope }: Principal, @Args('id', { type: () => ID }) id: string) {
    return this.repository.find(scope, id);
  }

  @Query(() => DecisionConnection, { name: 'decisions', description: 'Decisions of one status, by id.' })
  async list(
    @Caller() { scope }: Principal,
    @Args('first', { type: () => Int, description: 'Page size, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' }) after?: string,
    @Args('status', { type: () => DecisionStatus, defaultValue: 'ACTIVE' }) status: Status = 'ACTIVE',
  ) {
    const size = pageSize(first);
    const [place = ''] = placeOf(after, 1);
    const rows = await this.repository.list(scope, status, place, size + 1);
    return connectionOf(
      rows,
      size,
      (row) => [row.id],
      (row) => row,
    );
  }

  @Mutation(
    () => DecisionPayload,
    PAYLOAD(
      'Holds customers for one person, whatever their identifiers say. Which of their ids stays is not chosen: it is that of a known customer before an anonymous one, then of the larger, the older, the smaller id. The others lead to it.',
    ),
  )
  mergeCustomers(
    @Caller() caller: Principal,
    @Args('input', input(inputs.MergeCustomersInput)) given: Readonly<inputs.MergeCustomersInput>,
  ) {
    const { into, customers } = given;
    return this.answers.of(caller, given, (terms) => this.decisions.mergeCustomers(caller, { into, customers }, terms));
  }

  @Mutation(() => DecisionPayload, PAYLOAD('Holds two or more sides for different people, whatever joins them later.'))
  neverLink(
    @Caller() caller: Principal,
    @Args('input', input(inputs.NeverLinkInput)) given: Readonly<inputs.NeverLinkInput>,
  ) {
    return this.answers.of(caller, given, (terms) => {
      const sides = this.names.sides(caller, given.sides);
      return this.decisions.neverLink(caller, sides, terms);
    });
  }

  @Mutation(() => DecisionPayload, PAYLOAD('Parts records from the rest of their customer, and keeps them apart.'))
  splitCustomer(
    @Caller() caller: Principal,
    @Args('input', input(inputs.SplitCustomerInput)) given: Readonly<inputs.SplitCustomerInput>,
  ) {
    return this.answers.of(caller, given, (terms) => {
      const command = { customer: given.customerId, records: readRecords(given.records, 'records') };
      return this.decisions.splitCustomer(caller, command, terms);
    });
  }

  @Mutation(() => DecisionPayload, PAYLOAD('Takes an identifier from one record, also when its source says it again.'))
  detachIdentifier(
    @Caller() caller: Principal,
    @Args('input', input(inputs.DetachIdentifierInput)) given: Readonly<inputs.DetachIdentifierInput>,
  ) {
    return this.answers.of(caller, given, (terms) => {
      const record = recordKey(given.record.source, given.record.recordId);
      const identifier = this.names.identifier(caller, given.identifier, 'identifier');
      return this.decisions.detachIdentifier(caller, record, identifier, terms);
    });
  }

  @Mutation(() => DecisionPayload, PAYLOAD('Lets an identifier join nobody. With dryRun: the damage that it has done.'))
  blockIdentifier(
    @Caller() caller: Principal,
    @Args('input', input(inputs.BlockIdentifierInput)) given: Readonly<inputs.BlockIdentifierInput>,
  ) {
    return this.answers.of(caller, given, (terms) =>
      this.decisions.blockIdentifier(caller, this.names.identifier(caller, given.identifier, 'identifier'), terms),
    );
  }

  @Mutation(
    () => DecisionPayload,
    PAYLOAD(
      "Says that an identifier is somebody else's from a moment on: links count on each side of it by themselves.",
    ),
  )
  cutIdentifier(
    @Caller() caller: Principal,
    @Args('input', input(inputs.CutIdentifierInput)) given: Readonly<inputs.CutIdentifierInput>,
  ) {
    return this.answers.of(caller, given, (terms) => {
      const identifier = this.names.identifier(caller, given.identifier, 'identifier');
      return this.decisions.cutIdentifier(caller, { identifier, at: readMoment(given.at, 'at') }, terms);
    });
  }

  @Mutation(() => DecisionPayload, PAYLOAD('Ends the block of an identifier.'))
  unblockIdentifier(
    @Caller() caller: Principal,
    @Args('input', input(inputs.UnblockIdentifierInput)) given: Readonly<inputs.UnblockIdentifierInput>,
  ) {
    return this.answers.of(caller, given, (terms) =>
      this.decisions.unblockIdentifier(caller, this.names.identifier(caller, given.identifier, 'identifier'), terms),
    );
  }

  @Mutation(() => DecisionPayload, PAYLOAD('Ends a decision.'))
  revokeDecision(
    @Caller() caller: Principal,
    @Args('input', input(inputs.RevokeDecisionInput)) given: Readonly<inputs.RevokeDecisionInput>,
  ) {
    return this.answers.of(caller, given, (terms) => this.decisions.revokeDecision(caller, given.decisionId, terms));
  }

  @Mutation(
    () => DecisionPayload,
    PAYLOAD(
      'Takes an event back: the customers stand as they did before, with their ids. The decisions that made it end; only where that is not enough, a new one tells them apart.',
    ),
  )
  unmerge(
    @Caller() caller: Principal,
    @Args('input', input(inputs.UnmergeInput)) given: Readonly<inputs.UnmergeInput>,
  ) {
    return this.answers.of(caller, given, (terms) => this.decisions.unmerge(caller, given.eventId, terms));
  }
}
