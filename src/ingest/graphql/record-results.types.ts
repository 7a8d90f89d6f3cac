import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Customer } from '../../customers/graphql/customer.types.js';
import { UserError } from '../../graphql/user-error.js';
import { RecordReference } from '../../identity/graphql/record-ref.types.js';
import type { RecordResult as Result } from '../ingest.service.js';

type OutcomeKind = Result['outcome'];

/** The kinds of outcome, as GraphQL says them. */
export const RecordOutcome: Readonly<Record<OutcomeKind, OutcomeKind>> = {
  CREATED: 'CREATED',
  ATTACHED: 'ATTACHED',
  MERGED: 'MERGED',
  SPLIT: 'SPLIT',
  MOVED: 'MOVED',
  UNCHANGED: 'UNCHANGED',
  STALE: 'STALE',
  REJECTED: 'REJECTED',
  DELETED: 'DELETED',
};
registerEnumType(RecordOutcome, {
  name: 'RecordOutcome',
  description: 'What became of a record.',
  valuesMap: {
    CREATED: { description: 'It is a new customer.' },
    ATTACHED: { description: 'It belongs to a customer that was there, or it changed within its customer.' },
    MERGED: { description: 'It made two or more customers one.' },
    SPLIT: { description: 'Its customer fell apart.' },
    MOVED: { description: 'It went from one customer to another.' },
    UNCHANGED: { description: 'It said nothing new.' },
    STALE: { description: 'A newer version of it was there already.' },
    REJECTED: { description: 'It was not taken in; userErrors says why.' },
    DELETED: { description: 'It is gone; its key and version stay.' },
  },
});

@ObjectType({ description: 'What became of one record of the input.' })
export class RecordResult {
  @Field(() => RecordReference)
  readonly ref!: RecordReference;

  @Field(() => Customer, {
    nullable: true,
    description:
      'The customer that the record resolves to; null after a deletion or a rejection, and for a customer that only a dry run would make.',
  })
  readonly customer!: Customer | null;

  @Field(() => RecordOutcome)
  readonly outcome!: OutcomeKind;

  @Field(() => [UserError], { description: 'What was left out of the record, which was stored without it.' })
  readonly warnings!: readonly UserError[];
}

@ObjectType()
export class UpsertRecordsPayload {
  @Field(() => [RecordResult], { description: 'One per record, in their order.' })
  readonly results!: readonly RecordResult[];

  @Field(() => Boolean, { description: 'True when an earlier mutation of this idempotency key did the work.' })
  readonly replayed!: boolean;

  @Field(() => [UserError], { description: 'Why records were rejected.' })
  readonly userErrors!: readonly UserError[];
}

@ObjectType()
export class DeleteRecordsPayload extends UpsertRecordsPayload {}
