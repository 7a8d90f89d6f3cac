import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { LIMITS } from '../../kernel/limits.js';
import { ContestReasonEnum, Identifier } from '../graphql/identifier.types.js';
import { RecordReference } from '../graphql/record-ref.types.js';
import type { ContestReason } from '../resolution/evidence.types.js';
import type { WhyNotCode } from './why-not.js';

/** The codes of reasons, as GraphQL says them; UNKNOWN_RECORD when there is nothing to compare. */
export type ReasonCode = WhyNotCode | 'UNKNOWN_RECORD';

const ReasonCodeEnum: Readonly<Record<ReasonCode, ReasonCode>> = {
  UNKNOWN_RECORD: 'UNKNOWN_RECORD',
  DECIDED: 'DECIDED',
  DIFFERENT_REALM: 'DIFFERENT_REALM',
  NO_SHARED_IDENTIFIER: 'NO_SHARED_IDENTIFIER',
  TYPE_DOES_NOT_LINK: 'TYPE_DOES_NOT_LINK',
  BLOCKED: 'BLOCKED',
  GENERIC: 'GENERIC',
  HELD: 'HELD',
  WITHHELD: 'WITHHELD',
  RECORD_IN_CONFLICT: 'RECORD_IN_CONFLICT',
  DIFFERENT_TENURE: 'DIFFERENT_TENURE',
  CONTESTED: 'CONTESTED',
  UNDECIDED: 'UNDECIDED',
};
registerEnumType(ReasonCodeEnum, { name: 'WhyNotCode', description: 'Why two records are not one customer.' });

@ObjectType({ description: 'A record that holds an identifier, and who said so when.' })
export class LinkEnd {
  @Field(() => RecordReference)
  readonly record!: RecordReference;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the source first said so.' })
  readonly capturedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly since!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly until!: Date | null;
}

@ObjectType({ description: 'An identifier that joins two records, or a decision that they are one person.' })
export class ExplanationLink {
  @Field(() => LinkEnd)
  readonly left!: LinkEnd;

  @Field(() => Identifier, { nullable: true, description: 'Null when a decision joins them.' })
  readonly identifier!: Identifier | null;

  @Field(() => ID, { nullable: true, description: 'The decision that joins them, if one does.' })
  readonly decisionId!: string | null;

  @Field(() => LinkEnd)
  readonly right!: LinkEnd;
}

@ObjectType({ description: 'Why something does not join two records.' })
export class ExplanationReason {
  @Field(() => ReasonCodeEnum)
  readonly code!: ReasonCode;

  @Field(() => String, { description: 'The reason in a sentence, without values.' })
  readonly message!: string;

  @Field(() => Identifier, { nullable: true, description: 'What both sides hold, and why it does not join them.' })
  readonly identifier!: Identifier | null;

  @Field(() => ID, { nullable: true, description: 'With DECIDED: the decision.' })
  readonly decisionId!: string | null;

  @Field(() => Boolean, {
    description: 'Both records hold the identifier themselves; else other records of their customers do.',
  })
  readonly direct!: boolean;

  @Field(() => [ContestReasonEnum], { description: 'With CONTESTED: the rules that tell these two apart.' })
  readonly contestReasons!: readonly ContestReason[];
}

@ObjectType({ description: 'What joins two records, or what keeps them apart.' })
export class Explanation {
  @Field(() => RecordReference)
  readonly left!: RecordReference;

  @Field(() => RecordReference)
  readonly right!: RecordReference;

  @Field(() => ID, { nullable: true })
  readonly leftCustomerId!: string | null;

  @Field(() => ID, { nullable: true })
  readonly rightCustomerId!: string | null;

  @Field(() => Boolean)
  readonly sameCustomer!: boolean;

  @Field(() => [ExplanationLink], {
    description: `The shortest chain from the left record to the right one, at most its first ${LIMITS.linksPerExplanation} links; empty when they are different customers.`,
  })
  readonly links!: readonly ExplanationLink[];

  @Field(() => Int, { description: 'How many links the chain has.' })
  readonly linkCount!: number;

  @Field(() => [ExplanationReason], { description: 'Why they are not one customer; empty when they are.' })
  readonly reasons!: readonly ExplanationReason[];
}
