import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../graphql/user-error.js';
import { DEFAULT_TRUST } from '../brand.types.js';

/** What a source is, for those who declare it and those who ask. */
@InputType({ isAbstract: true })
@ObjectType({ isAbstract: true })
class SourceCard {
  @Field(() => ID, { description: 'As its records name it.' })
  readonly id!: string;

  @Field(() => ID, { nullable: true, description: 'The brand that it speaks for.' })
  readonly brandId?: string | null;

  @Field(() => String, { nullable: true, description: 'The product or platform, such as Salesforce.' })
  readonly system?: string | null;

  @Field(() => String, { nullable: true, description: 'Who answers for it: a team or an office.' })
  readonly owner?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is: CRM, SHOP, CALL_CENTRE, APP, …' })
  readonly kind?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "ISO 3166-1. Its records are read as of there; the brand's unless told.",
  })
  readonly country?: string | null;

  @Field(() => Int, { nullable: true, description: 'Hours after which it should have said something new.' })
  readonly freshnessHours?: number | null;
}

@ObjectType({ description: 'A system that speaks about people.' })
export class Source extends SourceCard {
  @Field(() => Boolean, { description: 'False: records name it, and nobody has said yet what it is.' })
  readonly declared!: boolean;

  @Field(() => String, { description: 'The realm that its records link in.' })
  readonly realm!: string;

  @Field(() => Int, { description: 'How far its values are believed where sources differ, 1 to 100.' })
  readonly trust!: number;

  @Field(() => [String], { description: 'Attributes and identifier types that it is expected to fill.' })
  readonly fields!: readonly string[];
}

@InputType({ description: 'A source, whole.' })
export class SourceInput extends SourceCard {
  @Field(() => Int, { defaultValue: DEFAULT_TRUST, description: '1 to 100.' })
  readonly trust!: number;

  @Field(() => [String], { nullable: true })
  readonly fields?: readonly string[] | null;
}

@InputType()
export class UpsertSourcesInput {
  @Field(() => [SourceInput], { description: 'All of them are taken, or none.' })
  readonly sources!: readonly SourceInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Answers what would be; nothing is written.' })
  readonly dryRun!: boolean;
}

@ObjectType()
export class UpsertSourcesPayload {
  @Field(() => [Source], { description: 'As they are now; empty when something was refused.' })
  readonly sources!: readonly Source[];

  @Field(() => [UserError])
  readonly userErrors!: readonly UserError[];
}
