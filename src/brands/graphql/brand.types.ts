import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserError } from '../../graphql/user-error.js';
import type { Visibility } from '../brand.types.js';

export const VisibilityEnum: Readonly<Record<Visibility, Visibility>> = {
  PRIVATE: 'PRIVATE',
  FAMILY: 'FAMILY',
  ALL: 'ALL',
};
registerEnumType(VisibilityEnum, {
  name: 'Visibility',
  description: "Who may see what a brand's sources know, beside the brand itself and the brands above it.",
  valuesMap: {
    PRIVATE: { description: 'Nobody.' },
    FAMILY: { description: 'Every brand under the same root.' },
    ALL: { description: 'Every brand.' },
  },
});

@ObjectType({ description: 'A brand of the tree, with what it takes from the brands above it.' })
export class Brand {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => ID, { nullable: true, description: 'The brand above it.' })
  readonly parentId!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, its own or that of a brand above it.' })
  readonly country!: string | null;

  @Field(() => String, {
    description: 'Records of two realms never link. A brand keeps the realm that it was made with.',
  })
  readonly realm!: string;

  @Field(() => VisibilityEnum)
  readonly visibility!: Visibility;

  @Field(() => [ID], { description: 'Brands that were allowed to see it one by one.' })
  readonly visibleTo!: readonly string[];

  @Field(() => [ID], { description: 'Brands whose knowledge it may see, itself first.' })
  readonly sees!: readonly string[];

  @Field(() => [ID], { description: 'Its sources.' })
  readonly sourceIds!: readonly string[];
}

@InputType({ description: 'A brand, whole: what is left out is taken from the brand above it.' })
export class BrandInput {
  @Field(() => ID, { description: 'A slug: 1 to 63 letters a-z, digits and -.' })
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => ID, { nullable: true })
  readonly parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, such as MX.' })
  readonly country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A slug; `default` where no brand of the line says another one.',
  })
  readonly realm?: string | null;

  @Field(() => VisibilityEnum, { nullable: true, description: 'PRIVATE where no brand of the line says otherwise.' })
  readonly visibility?: Visibility | null;

  @Field(() => [ID], { nullable: true })
  readonly visibleTo?: readonly string[] | null;
}

@InputType()
export class UpsertBrandsInput {
  @Field(() => [BrandInput], { description: 'All of them are taken, or none.' })
  readonly brands!: readonly BrandInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Answers what would be; nothing is written.' })
  readonly dryRun!: boolean;
}

@ObjectType()
export class UpsertBrandsPayload {
  @Field(() => [Brand], { description: 'As they are now; empty when something was refused.' })
  readonly brands!: readonly Brand[];

  @Field(() => [UserError])
  readonly userErrors!: readonly UserError[];
}
