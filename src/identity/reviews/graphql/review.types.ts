import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '../../../graphql/page-info.js';
import { DateTimeScalar } from '../../../graphql/scalars/date-time.scalar.js';
import { IdentifierInput } from '../../../ingest/graphql/identifier-input.types.js';
import { LIMITS } from '../../../kernel/limits.js';
import { TermsInput } from '../../decisions/graphql/decision-inputs.types.js';
import { IdentityChange } from '../../decisions/graphql/decision.types.js';
import { Identifier } from '../../graphql/identifier.types.js';
import type { ReviewChoice as Choice, ReviewKind as Kind, ReviewStatus as Status } from '../review.types.js';

export const ReviewKind: Readonly<Record<Kind, Kind>> = {
  CONTESTED: 'CONTESTED',
  GENERIC: 'GENERIC',
  OVERSIZED: 'OVERSIZED',
  SELF_CONFLICT: 'SELF_CONFLICT',
  SKIPPED_DECISION: 'SKIPPED_DECISION',
  SOURCE_HELD: 'SOURCE_HELD',
};
registerEnumType(ReviewKind, {
  name: 'ReviewKind',
  description: 'What a steward should look at.',
  valuesMap: {
    CONTESTED: { description: 'An identifier whose records are told apart.' },
    GENERIC: { description: 'An identifier that more records hold than one person would have.' },
    OVERSIZED: { description: 'A customer near more records than a request may resolve.' },
    SELF_CONFLICT: { description: 'A record that holds more values of a type than one person has.' },
    SKIPPED_DECISION: { description: 'A decision ALWAYS that cannot be followed.' },
    SOURCE_HELD: { description: 'A source, or one job of it, that is held.' },
  },
});

export const ReviewStatus: Readonly<Record<Status, Status>> = { OPEN: 'OPEN', DECIDED: 'DECIDED', CLOSED: 'CLOSED' };
registerEnumType(ReviewStatus, {
  name: 'ReviewStatus',
  description: 'Whether an item waits.',
  valuesMap: {
    OPEN: { description: 'It waits for somebody.' },
    DECIDED: { description: 'Somebody chose, and nothing about it changed since.' },
    CLOSED: { description: 'The evidence changed, and there is nothing to look at any more.' },
  },
});

export const ReviewChoice: Readonly<Record<Choice, Choice>> = {
  KEEP: 'KEEP',
  BLOCK: 'BLOCK',
  MERGE: 'MERGE',
  SEPARATE: 'SEPARATE',
  CUT: 'CUT',
  DETACH: 'DETACH',
  REVOKE: 'REVOKE',
  RELEASE: 'RELEASE',
  REJECT: 'REJECT',
};
registerEnumType(ReviewChoice, {
  name: 'ReviewChoice',
  description: 'What a steward may do about an item.',
  valuesMap: {
    KEEP: { description: 'Leave it as it is, until something about it changes.' },
    BLOCK: { description: 'The identifier joins nobody.' },
    MERGE: { description: 'Its customers are one person.' },
    SEPARATE: { description: 'Its customers are different people.' },
    CUT: { description: "The identifier is somebody else's from a moment on." },
    DETACH: { description: 'The record does not have one of its identifiers.' },
    REVOKE: { description: 'The decision ends.' },
    RELEASE: { description: 'What was held counts as if it had never been.' },
    REJECT: { description: 'What was held never counts.' },
  },
});

@ObjectType({ description: 'A customer that an item concerns.' })
export class ReviewCustomer {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'Number of its source records.' })
  readonly size!: number;

  @Field(() => String)
  readonly displayName!: string;
}

@ObjectType({ description: 'What a choice would do.' })
export class ReviewOutlook {
  @Field(() => ReviewChoice)
  readonly choice!: Choice;

  @Field(() => [IdentityChange], { description: 'Empty when nobody would change.' })
  readonly changes!: readonly IdentityChange[];

  @Field(() => String, { nullable: true, description: 'Why it would be refused, if it would.' })
  readonly refusal!: string | null;
}

/** `record`, `hold` and `choices` are resolver fields; choices are simulated only for those who ask. */
@ObjectType({ description: 'A matter that a steward should look at. It closes by itself when the evidence changes.' })
export class ReviewItem {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ReviewKind)
  readonly kind!: Kind;

  @Field(() => ReviewStatus)
  readonly status!: Status;

  @Field(() => Int, { description: 'Counts its changes; a decision names the version that was looked at.' })
  readonly version!: number;

  @Field(() => DateTimeScalar)
  readonly openedAt!: Date;

  @Field(() => [String], { description: 'What tells the records apart, or the types in conflict.' })
  readonly reasons!: readonly string[];

  @Field(() => Identifier, { nullable: true })
  readonly identifier!: Identifier | null;

  @Field(() => ID, { nullable: true })
  readonly decisionId!: string | null;

  @Field(() => [ReviewCustomer], { description: `Whom it concerns; the first ${LIMITS.customersPerReview}.` })
  readonly customers!: readonly ReviewCustomer[];

  @Field(() => ReviewChoice, { nullable: true, description: 'What was chosen last.' })
  readonly choice!: Choice | null;

  @Field(() => String, { nullable: true })
  readonly decidedBy!: string | null;
}

@ObjectType()
export class ReviewItemEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => ReviewItem)
  readonly node!: ReviewItem;
}

@ObjectType()
export class ReviewItemConnection {
  @Field(() => [ReviewItemEdge])
  readonly edges!: readonly ReviewItemEdge[];

  @Field(() => [ReviewItem], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly ReviewItem[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@InputType()
export class DecideReviewItemInput extends TermsInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was looked at: a choice about another one is refused.' })
  readonly version!: number;

  @Field(() => ReviewChoice)
  readonly choice!: Choice;

  @Field(() => IdentifierInput, { nullable: true, description: 'With DETACH: what the record does not have.' })
  readonly identifier!: IdentifierInput | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "With CUT: from when on it is somebody else's." })
  readonly at!: string | null;
}

@ArgsType()
export class ReviewItemsArgs {
  @Field(() => Int, { description: 'Page size, 1 to 100.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  readonly after?: string | null;

  @Field(() => ReviewStatus, { nullable: true, defaultValue: 'OPEN' })
  readonly status?: Status | null;

  @Field(() => ReviewKind, { nullable: true })
  readonly kind?: Kind | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only items opened before it.' })
  readonly openedBefore?: string | null;
}
