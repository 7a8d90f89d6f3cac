import { Field, ObjectType } from '@nestjs/graphql';

/** Where a page ends (Relay). Pages only go forward. */
@ObjectType({ description: 'Where a page ends.' })
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` to read on.' })
  readonly endCursor!: string | null;
}
