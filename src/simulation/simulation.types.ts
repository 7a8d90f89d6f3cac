import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../graphql/scalars/date-time.scalar.js';
import { JsonScalar } from '../graphql/scalars/json.scalar.js';
import { UserError } from '../graphql/user-error.js';
import { NeverSideInput } from '../identity/decisions/graphql/decision-inputs.types.js';
import { IdentityChange } from '../identity/decisions/graphql/decision.types.js';
import { DeleteRecordInput } from '../ingest/graphql/delete-records.types.js';
import { IdentifierInput } from '../ingest/graphql/identifier-input.types.js';
import { RecordInput } from '../ingest/graphql/upsert-records.types.js';
import { LIMITS } from '../kernel/limits.js';

@InputType()
export class SimulatedCutInput {
  @Field(() => IdentifierInput)
  readonly identifier!: IdentifierInput;

  @Field(() => DateTimeScalar, { description: "From when on it might be somebody else's." })
  readonly at!: string;
}

@InputType({ description: 'A policy, tried on some customers and everybody around them.' })
export class SimulatedPolicyInput {
  @Field(() => JsonScalar, { description: 'The content of a policy file (docs/policy.md).' })
  readonly content!: unknown;

  @Field(() => [ID], { nullable: true, description: 'On whom; some taken at random unless told.' })
  readonly customerIds!: readonly string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many are taken at random: ${LIMITS.customersPerTrial} unless told, at most ${LIMITS.customersPerTrialMax}. policyDiff looks at all.`,
  })
  readonly sample!: number | null;
}

/** One kind of change; `upserts` and `deletions` may come together. */
@InputType({ description: 'What might be done: what sources say, one decision, or another policy.' })
export class SimulatedChangeInput {
  @Field(() => [RecordInput], { nullable: true, description: `With deletions at most ${LIMITS.recordsPerMutation}.` })
  readonly upserts!: readonly RecordInput[] | null;

  @Field(() => [DeleteRecordInput], { nullable: true })
  readonly deletions!: readonly DeleteRecordInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Customers that might be one person.' })
  readonly merge!: readonly string[] | null;

  @Field(() => [NeverSideInput], { nullable: true, description: 'Sides that might be different people.' })
  readonly neverLink!: readonly NeverSideInput[] | null;

  @Field(() => IdentifierInput, { nullable: true, description: 'An identifier that might join nobody.' })
  readonly block!: IdentifierInput | null;

  @Field(() => SimulatedCutInput, { nullable: true, description: 'An identifier whose time might be cut.' })
  readonly cut!: SimulatedCutInput | null;

  @Field(() => SimulatedPolicyInput, { nullable: true, description: 'A policy that might be in force.' })
  readonly policy!: SimulatedPolicyInput | null;

  @Field(() => ID, { nullable: true, description: 'A decision that might end.' })
  readonly revoke!: string | null;

  @Field(() => ID, { nullable: true, description: 'An event that might be taken back.' })
  readonly unmerge!: string | null;
}

@ObjectType({ description: 'What a change would do. Nothing was written.' })
export class Simulation {
  @Field(() => Int, { description: 'Customers that would be new.' })
  readonly created!: number;

  @Field(() => Int, { description: 'Ids that would end in another customer.' })
  readonly merged!: number;

  @Field(() => Int, { description: 'Customers that would fall apart.' })
  readonly split!: number;

  @Field(() => Int, { description: 'Customers that would take over records of others.' })
  readonly moved!: number;

  @Field(() => Int, { description: 'Former ids that would be live again.' })
  readonly revived!: number;

  @Field(() => Int, { description: 'Customers that would have no record left.' })
  readonly emptied!: number;

  @Field(() => Int, { description: 'Identifiers that would begin to be contested.' })
  readonly contested!: number;

  @Field(() => Int, { nullable: true, description: 'With a policy: customers on whom it was tried.' })
  readonly looked!: number | null;

  @Field(() => [IdentityChange])
  readonly changes!: readonly IdentityChange[];

  @Field(() => [UserError], { description: 'Why it, or a record of it, would be refused.' })
  readonly userErrors!: readonly UserError[];
}
