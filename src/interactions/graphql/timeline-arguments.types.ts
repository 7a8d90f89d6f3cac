import { ArgsType, Field, Int } from '@nestjs/graphql';
import { TimelineFilterInput } from './timeline-filter.types.js';

/** Pages as Relay has them: `first` and `after`, or `last` and `before`. */
@ArgsType()
export class TimelineArguments {
  @Field(() => Int, { nullable: true, description: 'Page size, 1 to 100, to read towards older ones.' })
  readonly first!: number | null;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  readonly after!: string | null;

  @Field(() => Int, { nullable: true, description: 'Page size, 1 to 100, to read towards newer ones.' })
  readonly last!: number | null;

  @Field(() => String, { nullable: true, description: 'startCursor of the page after.' })
  readonly before!: string | null;

  @Field(() => TimelineFilterInput, { nullable: true })
  readonly filter!: TimelineFilterInput | null;
}
