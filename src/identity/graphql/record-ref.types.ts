import { Field, InputType, ObjectType } from '@nestjs/graphql';

/** Which record is meant. */
@InputType({ description: 'Which source record is meant.' })
export class RecordRef {
  @Field(() => String, { description: 'The source system.' })
  readonly source!: string;

  @Field(() => String, { description: "The record's id in its source." })
  readonly recordId!: string;
}

/** The same in an answer; input and output types cannot share a name. */
@ObjectType({ description: 'Names a source record.' })
export class RecordReference {
  @Field(() => String, { description: 'The source system.' })
  readonly source!: string;

  @Field(() => String, { description: "The record's id in its source." })
  readonly recordId!: string;
}
