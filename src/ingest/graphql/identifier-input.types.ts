import { Field, InputType } from '@nestjs/graphql';

/** One identifier as a caller writes it. */
@InputType({ description: 'One identifier, written in any usual way.' })
export class IdentifierInput {
  @Field(() => String, { description: 'A type of the policy: EMAIL, PHONE, SSO, NATIONAL_ID, …' })
  readonly type!: string;

  @Field(() => String, { description: 'The value as it was written.' })
  readonly value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Issuer, country scheme, social network or app, where the type has one.',
  })
  readonly namespace!: string | null;
}
