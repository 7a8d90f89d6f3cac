import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Caller } from '../auth/caller.js';
import type { Principal } from '../auth/principal.js';
import { CustomersService } from '../customers/customers.service.js';
import { selectedFields } from '../graphql/selected-fields.js';
import { refuseOtherRules } from '../graphql/refuse-other-rules.js';
import { DeleteRecordsInput } from './graphql/delete-records.types.js';
import { incomingRecord } from './graphql/incoming.types.js';
import { DeleteRecordsPayload, UpsertRecordsPayload } from './graphql/record-results.types.js';
import { UpsertRecordsInput } from './graphql/upsert-records.types.js';
import { answerOf, refuseTooMuch, type Answer } from './graphql/payload.js';
import { IngestService, type IngestAnswer, type IngestOptions } from './ingest.service.js';

/** Interfaces, so that the validation pipe does not walk through every identifier: the write path checks them all. */
type UpsertInput = Readonly<UpsertRecordsInput>;
type DeleteInput = Readonly<DeleteRecordsInput>;

@Resolver()
export class IngestResolver {
  constructor(
    private readonly ingest: IngestService,
    private readonly customers: CustomersService,
  ) {}

  @Mutation(() => UpsertRecordsPayload, {
    description: 'Takes in what sources say. A bad record is rejected by itself; the others are stored.',
  })
  upsertRecords(
    @Caller() caller: Principal,
    @Args('input', { type: () => UpsertRecordsInput }) input: UpsertInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    refuseTooMuch(input);
    const records = input.records.map(incomingRecord);
    const { job } = input;
    return this.answer(caller, input, info, (options) => this.ingest.upsert(caller, records, { ...options, job }));
  }

  @Mutation(() => DeleteRecordsPayload, {
    description: 'Deletes source records. Their keys and versions stay, so that nothing older brings them back.',
  })
  deleteRecords(
    @Caller() caller: Principal,
    @Args('input', { type: () => DeleteRecordsInput }) input: DeleteInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    refuseTooMuch(input);
    const records = input.records.map(({ source, recordId, sourceVersion }) => {
      return { source, recordId, sourceVersion: sourceVersion ?? undefined };
    });
    return this.answer(caller, input, info, (options) => this.ingest.delete(caller, records, options));
  }

  private async answer(
    caller: Principal,
    { dryRun, idempotencyKey }: IngestOptions,
    info: GraphQLResolveInfo,
    take: (options: IngestOptions) => Promise<IngestAnswer>,
  ): Promise<Answer> {
    const taken = await take({ dryRun, idempotencyKey }).catch(refuseOtherRules);
    const ids = taken.kind === 'done' ? taken.results.flatMap((each) => each.customerId ?? []) : [];
    // Most callers ask for the id only, which is known without another statement. A dry run may name one that is not.
    const wanted = selectedFields(info, ['results', 'customer']);
    const idIsEnough = [...wanted].every((field) => field === 'id' || field === '__typename');
    const known = idIsEnough && !dryRun ? null : await this.customers.byOwnIds(caller, ids);
    return answerOf(taken, known);
  }
}
