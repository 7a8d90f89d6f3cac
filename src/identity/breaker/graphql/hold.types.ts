import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '../../../graphql/page-info.js';
import { DateTimeScalar } from '../../../graphql/scalars/date-time.scalar.js';
import { UserError } from '../../../graphql/user-error.js';
import { LIMITS } from '../../../kernel/limits.js';
import { TermsInput } from '../../decisions/graphql/decision-inputs.types.js';
import { IdentityChange } from '../../decisions/graphql/decision.types.js';
import type { HoldCause as Cause, HoldStatus as Status } from '../breaker.types.js';

export const HoldStatus: Readonly<Record<Status, Status>> = {
  OPEN: 'OPEN',
  RELEASING: 'RELEASING',
  REJECTING: 'REJECTING',
  RELEASED: 'RELEASED',
  REJECTED: 'REJECTED',
};
registerEnumType(HoldStatus, {
  name: 'HoldStatus',
  description: 'How a hold stands.',
  valuesMap: {
    OPEN: { description: 'What the source or job adds joins nobody.' },
    RELEASING: { description: 'It is over, and what waited is being let go.' },
    REJECTING: { description: 'It is over, and what waited is being marked as not counting.' },
    RELEASED: { description: 'Everything that waited counts.' },
    REJECTED: { description: 'Nothing that waited counts.' },
  },
});

export const HoldCause: Readonly<Record<Cause, Cause>> = { MERGES: 'MERGES', GROWTH: 'GROWTH', STEWARD: 'STEWARD' };
registerEnumType(HoldCause, {
  name: 'HoldCause',
  description: 'Why a source or job is held.',
  valuesMap: {
    MERGES: { description: 'It merged more customers, for the records it brought, than the policy allows.' },
    GROWTH: { description: 'One customer grew faster through it than the policy allows.' },
    STEWARD: { description: 'Somebody held it by hand.' },
  },
});

/** `releaseEstimate` is a resolver field: it is tried only for those who ask. */
@ObjectType({ description: 'A source, or one job of it, that is or was held because of what it joins.' })
export class SourceHold {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => String, { nullable: true, description: 'The job that is held; null: the source with all its jobs.' })
  readonly job!: string | null;

  @Field(() => HoldStatus)
  readonly status!: Status;

  @Field(() => HoldCause)
  readonly cause!: Cause;

  @Field(() => DateTimeScalar)
  readonly since!: Date;

  @Field(() => Int, { nullable: true, description: 'How far back the next two figures were counted.' })
  readonly windowMinutes!: number | null;

  @Field(() => Int, { description: 'Records that it brought within the window, those of the batch that was held too.' })
  readonly records!: number;

  @Field(() => Int, { description: 'Customers that ended in another one, or would have in the batch that was held.' })
  readonly merges!: number;

  @Field(() => ID, { nullable: true, description: 'The large customer that grew most, or would have; it may be none.' })
  readonly largestCustomer!: string | null;

  @Field(() => Int, { nullable: true, description: 'By how many records.' })
  readonly largestGained!: number | null;

  @Field(() => Int, { description: 'Records of which something waits for a decision.' })
  readonly waiting!: number;

  @Field(() => Int, { description: 'Records that were let go or rejected so far.' })
  readonly settled!: number;

  @Field(() => String, { nullable: true, description: 'Who held it by hand.' })
  readonly actor!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was held by hand.' })
  readonly reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who released or rejected it.' })
  readonly decidedBy!: string | null;

  @Field(() => String, { nullable: true })
  readonly decidedReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last record was let go or rejected.' })
  readonly finishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it is not counted after its release.' })
  readonly passUntil!: Date | null;

  @Field(() => ID, { description: 'The review item that is about it.' })
  readonly reviewItemId!: string;
}

@ObjectType({ description: 'What letting go of held records would do, tried and rolled back.' })
export class ReleaseEstimate {
  @Field(() => Int, {
    description: `Records that it was tried with: the first ${LIMITS.recordsPerReleaseTrial} at the most.`,
  })
  readonly tried!: number;

  @Field(() => Int, { description: 'Customers that would end in another one.' })
  readonly merged!: number;

  @Field(() => Int, { description: 'Identifiers that would begin to reach records which are told apart.' })
  readonly contested!: number;

  @Field(() => [IdentityChange])
  readonly changes!: readonly IdentityChange[];
}

@ObjectType()
export class SourceHoldEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => SourceHold)
  readonly node!: SourceHold;
}

@ObjectType()
export class SourceHoldConnection {
  @Field(() => [SourceHoldEdge])
  readonly edges!: readonly SourceHoldEdge[];

  @Field(() => [SourceHold], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly SourceHold[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: 'What became of a source that was held, released or rejected.' })
export class SourceHoldPayload {
  @Field(() => SourceHold, {
    nullable: true,
    description: 'Null when refused, and when a dry run would make a new one.',
  })
  readonly hold!: SourceHold | null;

  @Field(() => ReleaseEstimate, { nullable: true, description: 'With dryRun: what a release would do.' })
  readonly estimate!: ReleaseEstimate | null;

  @Field(() => Boolean, { description: 'An earlier request with the same key did the work.' })
  readonly replayed!: boolean;

  @Field(() => [UserError])
  readonly userErrors!: readonly UserError[];
}

@InputType()
export class HoldSourceInput extends TermsInput {
  @Field(() => String)
  readonly source!: string;

  @Field(() => String, { nullable: true, description: 'Only what this job brings; the whole source unless told.' })
  readonly job!: string | null;
}

@InputType()
export class DecideHoldInput extends TermsInput {
  @Field(() => ID)
  readonly holdId!: string;
}

@ArgsType()
export class SourceHoldsArgs {
  @Field(() => Int, { description: 'Page size, 1 to 100.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  readonly after?: string | null;

  @Field(() => HoldStatus, { nullable: true, defaultValue: 'OPEN' })
  readonly status?: Status | null;
}
