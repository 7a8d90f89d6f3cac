import { Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../graphql/scalars/date-time.scalar.js';
import { IdentifierInput } from '../../../ingest/graphql/identifier-input.types.js';
import { LIMITS } from '../../../kernel/limits.js';
import { RecordRef } from '../../graphql/record-ref.types.js';

/** What every decision comes with. */
@InputType({ isAbstract: true })
export class TermsInput {
  @Field(() => String, { description: `Why, for those who come later: 1 to ${LIMITS.reasonChars} characters.` })
  readonly reason!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Answers what would happen; nothing is written.' })
  readonly dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'A repetition with the same key answers the first result again and does nothing.',
  })
  readonly idempotencyKey!: string | null;
}

/** The same for what may end by itself. */
@InputType({ isAbstract: true })
export class DecisionTermsInput extends TermsInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends by itself; never unless told.' })
  readonly expiresAt!: string | null;
}

@InputType()
export class MergeCustomersInput extends DecisionTermsInput {
  @Field(() => ID, {
    description: 'One of the customers, and not necessarily the one whose id stays. A former id is followed.',
  })
  readonly into!: string;

  @Field(() => [ID], { description: 'Live customers that are the same person: all of them, or nothing is done.' })
  readonly customers!: readonly string[];
}

@InputType({ description: 'One of the different people.' })
export class NeverSideInput {
  @Field(() => [ID], { nullable: true, description: 'Their live records, and the identifiers that only these hold.' })
  readonly customerIds!: readonly string[] | null;

  @Field(() => [RecordRef], { nullable: true })
  readonly records!: readonly RecordRef[] | null;

  @Field(() => [IdentifierInput], {
    nullable: true,
    description: 'An identifier that several may share (an e-mail, a phone) stands for the records that hold it now.',
  })
  readonly identifiers!: readonly IdentifierInput[] | null;
}

@InputType()
export class NeverLinkInput extends DecisionTermsInput {
  @Field(() => [NeverSideInput], { description: 'Two or more.' })
  readonly sides!: readonly NeverSideInput[];
}

@InputType()
export class SplitCustomerInput extends DecisionTermsInput {
  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => [RecordRef], { description: 'The records that leave; the others stay.' })
  readonly records!: readonly RecordRef[];
}

@InputType()
export class DetachIdentifierInput extends DecisionTermsInput {
  @Field(() => RecordRef)
  readonly record!: RecordRef;

  @Field(() => IdentifierInput)
  readonly identifier!: IdentifierInput;
}

@InputType()
export class BlockIdentifierInput extends DecisionTermsInput {
  @Field(() => IdentifierInput)
  readonly identifier!: IdentifierInput;
}

@InputType()
export class CutIdentifierInput extends DecisionTermsInput {
  @Field(() => IdentifierInput)
  readonly identifier!: IdentifierInput;

  @Field(() => DateTimeScalar, { description: "From when on it is somebody else's; not in the future." })
  readonly at!: string;
}

@InputType()
export class UnblockIdentifierInput extends TermsInput {
  @Field(() => IdentifierInput)
  readonly identifier!: IdentifierInput;
}

@InputType()
export class RevokeDecisionInput extends TermsInput {
  @Field(() => ID)
  readonly decisionId!: string;
}

@InputType()
export class UnmergeInput extends TermsInput {
  @Field(() => ID, { description: 'The event to take back.' })
  readonly eventId!: string;
}
