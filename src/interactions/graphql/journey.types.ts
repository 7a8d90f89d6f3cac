import { Field, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '../../graphql/page-info.js';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import type { JourneyStage as Stage } from '../journey/journey-stage.js';
import { Interaction } from './interaction.types.js';

export const JourneyStage: Readonly<Record<Stage, Stage>> = {
  PROSPECT: 'PROSPECT',
  LEAD: 'LEAD',
  BUYER: 'BUYER',
  REPEAT_BUYER: 'REPEAT_BUYER',
  DORMANT: 'DORMANT',
  CHURN_RISK: 'CHURN_RISK',
};
registerEnumType(JourneyStage, {
  name: 'JourneyStage',
  description: 'Where a customer stands, by rules over the types of interactions (docs/interactions.md).',
  valuesMap: {
    PROSPECT: { description: 'Bought nothing and asked for nothing yet.' },
    LEAD: { description: 'Showed an interest in buying.' },
    BUYER: { description: 'Bought once.' },
    REPEAT_BUYER: { description: 'Bought more often.' },
    DORMANT: { description: 'A lead or buyer who has not been seen for long.' },
    CHURN_RISK: { description: 'Signalled to leave, of late, and has bought nothing since.' },
  },
});

@ObjectType({ description: 'How a customer was won.' })
export class FirstTouch {
  @Field(() => Interaction, { description: 'The first interaction of all, anonymous ones too.' })
  readonly interaction!: Interaction;

  @Field(() => String)
  readonly channel!: string;

  @Field(() => String, { nullable: true })
  readonly campaign!: string | null;

  @Field(() => String, { nullable: true })
  readonly referrer!: string | null;

  @Field(() => Boolean, { description: 'It hung on an identifier alone: nobody knew then who it was.' })
  readonly anonymous!: boolean;
}

@ObjectType({ description: 'Something that a customer bought and did not return.' })
export class OwnedItem {
  @Field(() => String)
  readonly itemId!: string;

  @Field(() => Float, { description: 'Bought minus returned.' })
  readonly quantity!: number;

  @Field(() => DateTimeScalar)
  readonly lastBoughtAt!: Date;
}

@ObjectType()
export class OwnedItemEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => OwnedItem)
  readonly node!: OwnedItem;
}

@ObjectType()
export class OwnedItemConnection {
  @Field(() => [OwnedItemEdge], { description: 'By item.' })
  readonly edges!: readonly OwnedItemEdge[];

  @Field(() => [OwnedItem], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly OwnedItem[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: "On which of a brand's channels a customer is seen." })
export class ChannelVisibility {
  @Field(() => Float, { description: 'Seen channels among those asked for, from 0 to 1.' })
  readonly share!: number;

  @Field(() => [String])
  readonly seen!: readonly string[];

  @Field(() => [String])
  readonly unseen!: readonly string[];
}
