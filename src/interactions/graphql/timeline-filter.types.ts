import { Field, InputType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Direction as DirectionName } from '../interaction.types.js';
import { Direction } from './interaction.types.js';

const MOST = `1 to ${LIMITS.interactionFilterValues}.`;

@InputType({ description: 'What a timeline is narrowed to; what is left out is no restriction.' })
export class TimelineFilterInput {
  @Field(() => [String], { nullable: true, description: MOST })
  readonly types!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: MOST })
  readonly channels!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: MOST })
  readonly brandIds!: readonly string[] | null;

  @Field(() => Direction, { nullable: true })
  readonly direction!: DirectionName | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From this moment on.' })
  readonly from!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this moment.' })
  readonly to!: string | null;
}
