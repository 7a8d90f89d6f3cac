import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { BrandScope } from '../../auth/principal.js';
import { Brand } from '../../brands/graphql/brand.types.js';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { PageInfo } from '../../graphql/page-info.js';
import { Identifier } from '../../identity/graphql/identifier.types.js';

/** The connections `identifiers` and `records` are resolver fields. */
@ObjectType({ description: 'A person, as far as the sources tell: the source records that resolve to one another.' })
export class Customer {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When the oldest of its ids was made.' })
  readonly createdAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The former id that was asked for, when it was one.' })
  readonly redirectedFrom!: string | null;

  @Field(() => Int, { description: 'Number of its source records.' })
  readonly size!: number;

  @Field(() => Boolean, {
    description: 'Something near it is contested or in conflict, so that every change is decided with care.',
  })
  readonly constrained!: boolean;

  @Field(() => String, { nullable: true, description: "A name for people's eyes, as one of the records has it." })
  readonly displayName!: string | null;

  /** Whose view of the customer this is, when it is not the caller's own; no field of the schema. */
  readonly viewedBy?: BrandScope;
}

@ObjectType({ description: 'A brand that knows a customer.' })
export class CustomerBrand {
  @Field(() => Brand)
  readonly brand!: Brand;

  @Field(() => Int, { description: "Records that the brand's own sources have of the customer." })
  readonly records!: number;

  @Field(() => DateTimeScalar, { description: 'When the first of them arrived in its present life.' })
  readonly firstAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When one of them last said something.' })
  readonly lastAt!: Date;
}

@ObjectType({ description: 'An identifier of a customer.' })
export class CustomerIdentifier extends Identifier {
  @Field(() => Int, { description: "How many of the customer's records hold it." })
  readonly records!: number;
}

@ObjectType()
export class IdentifierEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => CustomerIdentifier)
  readonly node!: CustomerIdentifier;
}

@ObjectType()
export class IdentifierConnection {
  @Field(() => [IdentifierEdge])
  readonly edges!: readonly IdentifierEdge[];

  @Field(() => [CustomerIdentifier], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly CustomerIdentifier[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType()
export class CustomerEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Customer)
  readonly node!: Customer;
}

@ObjectType()
export class CustomerConnection {
  @Field(() => [CustomerEdge])
  readonly edges!: readonly CustomerEdge[];

  @Field(() => [Customer], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly Customer[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
