import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../../graphql/scalars/json.scalar.js';
import { DateTimeScalar } from '../../../graphql/scalars/date-time.scalar.js';
import { UserError } from '../../../graphql/user-error.js';
import { LIMITS } from '../../../kernel/limits.js';
import { PageInfo } from '../../../graphql/page-info.js';
import type { PolicyStatus } from '../rollout.types.js';

export const PolicyStatusEnum: Readonly<Record<PolicyStatus, PolicyStatus>> = {
  APPLYING: 'APPLYING',
  ACTIVE: 'ACTIVE',
  RETIRED: 'RETIRED',
};
registerEnumType(PolicyStatusEnum, {
  name: 'PolicyStatus',
  description: 'Whether a policy is in force.',
  valuesMap: {
    APPLYING: { description: 'It is in force, and customers are still being brought along.' },
    ACTIVE: { description: 'It is in force.' },
    RETIRED: { description: 'Another one came after it.' },
  },
});

@ObjectType({ description: 'How identifiers of one type act as evidence.' })
export class PolicyType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => Int, { description: 'Order in which identifiers act, 1 first.' })
  readonly strength!: number;

  @Field(() => String, { description: 'no, contradiction or agreement.' })
  readonly guard!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Values that one customer may have in one namespace; null: any number.',
  })
  readonly capacity!: number | null;

  @Field(() => Int, { description: 'Held by more records than this, an identifier joins nobody.' })
  readonly maxRecords!: number;

  @Field(() => Boolean, { description: 'Whether identifiers of the type join records at all.' })
  readonly links!: boolean;

  @Field(() => String, { description: 'The normaliser that reads its values.' })
  readonly format!: string;
}

@ObjectType({ description: 'When a source, or one job of it, is held because what it says joins too much.' })
export class PolicyBreaker {
  @Field(() => Int, { description: 'How far back merges, records and growth are counted.' })
  readonly windowMinutes!: number;

  @Field(() => Int, { description: 'Fewer merges than this in a window hold nobody.' })
  readonly mergesMin!: number;

  @Field(() => Float, { description: 'Customers that may end in another one for 100 records of the source.' })
  readonly mergesPerHundred!: number;

  @Field(() => Int, { description: 'Records by which one customer may grow in a window through one source.' })
  readonly growthMax!: number;

  @Field(() => Int, { description: 'A source or job that was released is not counted for so long.' })
  readonly passHours!: number;
}

@ObjectType({ description: 'The rules by which records become customers, as the graph remembers them.' })
export class Policy {
  @Field(() => Int, { description: 'Of the policies that this graph ever had, from 1.' })
  readonly number!: number;

  @Field(() => String)
  readonly version!: string;

  @Field(() => String, { description: 'The version and a hash of the figures.' })
  readonly fingerprint!: string;

  @Field(() => PolicyStatusEnum)
  readonly status!: PolicyStatus;

  @Field(() => String, { description: 'Version of normalisation and match keys; a graph keeps one.' })
  readonly keyRules!: string;

  @Field(() => Int, { description: 'Records that one evidence component may have to be resolved in a request.' })
  readonly componentMax!: number;

  @Field(() => PolicyBreaker, { nullable: true, description: 'Null: sources are held by hand only.' })
  readonly breaker!: PolicyBreaker | null;

  @Field(() => [PolicyType], { description: 'The strongest first.' })
  readonly types!: readonly PolicyType[];

  @Field(() => DateTimeScalar, { description: 'When it came into force.' })
  readonly startedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who put it in force; null for the first one.' })
  readonly actor!: string | null;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;
}

@ObjectType()
export class PolicyEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Policy)
  readonly node!: Policy;
}

@ObjectType()
export class PolicyConnection {
  @Field(() => [PolicyEdge])
  readonly edges!: readonly PolicyEdge[];

  @Field(() => [Policy], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly Policy[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: 'A figure that another policy has otherwise.' })
export class PolicyChange {
  @Field(() => String, { nullable: true, description: 'The identifier type; null for the policy as a whole.' })
  readonly type!: string | null;

  @Field(() => String)
  readonly field!: string;

  @Field(() => String, { nullable: true })
  readonly before!: string | null;

  @Field(() => String, { nullable: true })
  readonly after!: string | null;
}

@ObjectType({ description: 'What becomes of one customer.' })
export class CustomerFate {
  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => [Int], {
    description: `Sizes of the customers that hold its records then, the largest first; at most ${LIMITS.partsPerBridge}.`,
  })
  readonly parts!: readonly number[];

  @Field(() => [ID], { description: `Customers that it ends up together with; at most ${LIMITS.customersNamed}.` })
  readonly joins!: readonly string[];
}

/** What a policy does to customers, in numbers. */
@ObjectType({ isAbstract: true })
export class PolicyTally {
  @Field(() => Int, { description: 'Customers looked at.' })
  readonly looked!: number;

  @Field(() => Int, { description: 'Customers whose records end up together with those of another one.' })
  readonly merged!: number;

  @Field(() => Int, { description: 'Customers whose records end up in several.' })
  readonly split!: number;

  @Field(() => Int, { description: 'Identifiers that become contested.' })
  readonly contested!: number;

  @Field(() => Int, { description: 'Customers in components above componentMax, which are left as they stand.' })
  readonly setAside!: number;

  @Field(() => Int, { description: 'Customers that are still to be looked at.' })
  readonly left!: number;
}

@ObjectType({ description: 'What a policy would do to a stretch of the customers. Stretches add up.' })
export class PolicyDiff extends PolicyTally {
  @Field(() => [PolicyChange], { description: 'What it says otherwise than the policy in force.' })
  readonly changes!: readonly PolicyChange[];

  @Field(() => [CustomerFate], { description: `The first ${LIMITS.customersNamed} customers that would change.` })
  readonly changed!: readonly CustomerFate[];

  @Field(() => String, { nullable: true, description: 'For the next stretch; null when there is none.' })
  readonly endCursor!: string | null;
}

@ObjectType({ description: 'How far the policy in force has come.' })
export class PolicyProgress extends PolicyTally {
  @Field(() => Policy)
  readonly policy!: Policy;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When every customer followed it; null before.' })
  readonly finishedAt!: Date | null;
}

@InputType()
export class ApplyPolicyInput {
  @Field(() => JsonScalar, { description: 'The content of a policy file (docs/policy.md).' })
  readonly policy!: unknown;

  @Field(() => String, { description: `Why, for those who come later: 1 to ${LIMITS.reasonChars} characters.` })
  readonly reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Answers whether it could be, and what it says otherwise.',
  })
  readonly dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'A repetition with the same key answers the first result again and does nothing.',
  })
  readonly idempotencyKey!: string | null;
}

@ObjectType()
export class ApplyPolicyPayload {
  @Field(() => PolicyProgress, { nullable: true, description: 'Null in a dry run, and when it was refused.' })
  readonly progress!: PolicyProgress | null;

  @Field(() => [PolicyChange], { description: 'What it says otherwise than the policy before; empty in a repetition.' })
  readonly changes!: readonly PolicyChange[];

  @Field(() => Boolean)
  readonly replayed!: boolean;

  @Field(() => [UserError])
  readonly userErrors!: readonly UserError[];
}
