import { Field, Float, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';
import { UserError } from '../../graphql/user-error.js';
import { RecordRef } from '../../identity/graphql/record-ref.types.js';
import { IdentifierInput } from '../../ingest/graphql/identifier-input.types.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Direction as DirectionName, InteractionResult as Result } from '../interaction.types.js';
import { Direction } from './interaction.types.js';

@InputType({ description: 'A thing that an interaction is about.' })
export class InteractionItemInput {
  @Field(() => String)
  readonly id!: string;

  @Field(() => Float, { nullable: true, description: 'Above 0; 1 unless told.' })
  readonly quantity!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of one; needs a currency.' })
  readonly price!: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217, such as MXN.' })
  readonly currency!: string | null;

  @Field(() => String, { nullable: true })
  readonly category!: string | null;
}

@InputType({ description: 'Something that happened. Exactly one of record and identifier says whose it is.' })
export class InteractionInput {
  @Field(() => String, { description: 'The source system.' })
  readonly source!: string;

  @Field(() => String, { description: 'Its id in its source: the same again is recorded once.' })
  readonly interactionId!: string;

  @Field(() => RecordRef, { nullable: true, description: 'A source record, which may arrive later.' })
  readonly record!: RecordRef | null;

  @Field(() => IdentifierInput, {
    nullable: true,
    description: 'An identifier by itself, such as a device whose owner is not known yet.',
  })
  readonly identifier!: IdentifierInput | null;

  @Field(() => String, { description: 'PURCHASE, VISIT, …, or any name of capital letters, digits and _.' })
  readonly type!: string;

  @Field(() => Direction)
  readonly direction!: DirectionName;

  @Field(() => String, { description: 'WEB, STORE, …, or any name of capital letters, digits and _.' })
  readonly channel!: string;

  @Field(() => String, { nullable: true, description: 'A slug.' })
  readonly brandId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened; at most a day ahead.' })
  readonly occurredAt!: string;

  @Field(() => String, { nullable: true })
  readonly campaign!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the customer came from.' })
  readonly referrer!: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'An object of behavioural, personal and situational objects.',
  })
  readonly context!: Record<string, unknown> | null;

  @Field(() => [InteractionItemInput], { nullable: true, description: `At most ${LIMITS.itemsPerInteraction}.` })
  readonly items!: readonly InteractionItemInput[] | null;
}

@InputType()
export class RecordInteractionsInput {
  @Field(() => [InteractionInput], { description: `At most ${LIMITS.interactionsPerMutation}.` })
  readonly interactions!: readonly InteractionInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Answers what would happen; nothing is written.' })
  readonly dryRun!: boolean;
}

type OutcomeName = Result['outcome'];
export const InteractionOutcome: Readonly<Record<OutcomeName, OutcomeName>> = {
  CREATED: 'CREATED',
  UNCHANGED: 'UNCHANGED',
  REJECTED: 'REJECTED',
};
registerEnumType(InteractionOutcome, {
  name: 'InteractionOutcome',
  description: 'What became of an interaction.',
  valuesMap: {
    CREATED: { description: 'It is recorded now.' },
    UNCHANGED: { description: 'It was recorded before.' },
    REJECTED: { description: 'It was not recorded; userErrors says why.' },
  },
});

@ObjectType({ description: 'What became of one interaction of the input.' })
export class InteractionResult {
  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly interactionId!: string;

  @Field(() => InteractionOutcome)
  readonly outcome!: OutcomeName;

  @Field(() => [UserError], { description: 'What was left out of its context.' })
  readonly warnings!: readonly UserError[];
}

@ObjectType()
export class RecordInteractionsPayload {
  @Field(() => [InteractionResult], { description: 'One per interaction, in their order.' })
  readonly results!: readonly InteractionResult[];

  @Field(() => [UserError], { description: 'Why interactions were rejected.' })
  readonly userErrors!: readonly UserError[];
}
