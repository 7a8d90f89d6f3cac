import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';
import { PageInfo } from '../../graphql/page-info.js';
import { RecordReference } from '../../identity/graphql/record-ref.types.js';
import type { Direction as DirectionName } from '../interaction.types.js';

export const Direction: Readonly<Record<DirectionName, DirectionName>> = {
  FROM_CUSTOMER: 'FROM_CUSTOMER',
  TO_CUSTOMER: 'TO_CUSTOMER',
};
registerEnumType(Direction, {
  name: 'InteractionDirection',
  description: 'Who turned to whom.',
  valuesMap: {
    FROM_CUSTOMER: { description: 'The customer did it: a visit, a purchase, a call to us.' },
    TO_CUSTOMER: { description: 'It was done to the customer: a mail that was sent, a call by us.' },
  },
});

@ObjectType({ description: 'A thing that an interaction is about.' })
export class InteractionItem {
  @Field(() => String)
  readonly id!: string;

  @Field(() => Float)
  readonly quantity!: number;

  @Field(() => Float, { nullable: true, description: 'Of one.' })
  readonly price!: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217.' })
  readonly currency!: string | null;

  @Field(() => String, { nullable: true })
  readonly category!: string | null;
}

@ObjectType({ description: 'Something that happened between a customer and a brand. It never changes.' })
export class Interaction {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => String, { description: 'Its id in its source.' })
  readonly interactionId!: string;

  @Field(() => String, { description: 'PURCHASE, VISIT, CALL, …: docs/interactions.md lists what is known.' })
  readonly type!: string;

  @Field(() => Direction)
  readonly direction!: DirectionName;

  @Field(() => String)
  readonly channel!: string;

  @Field(() => String, { nullable: true })
  readonly brandId!: string | null;

  @Field(() => String, { nullable: true })
  readonly campaign!: string | null;

  @Field(() => String, { nullable: true })
  readonly referrer!: string | null;

  @Field(() => DateTimeScalar)
  readonly occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When huella heard of it.' })
  readonly receivedAt!: Date;

  @Field(() => JsonScalar, { description: 'An object of behavioural, personal and situational.' })
  readonly context!: Record<string, unknown>;

  @Field(() => [InteractionItem])
  readonly items!: readonly InteractionItem[];

  @Field(() => RecordReference, { nullable: true, description: 'The record that it hangs on, if it hangs on one.' })
  readonly record!: { readonly source: string; readonly recordId: string } | null;

  @Field(() => String, { nullable: true, description: 'Type of the identifier that it hangs on, such as DEVICE.' })
  readonly identifierType!: string | null;
}

@ObjectType()
export class InteractionEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Interaction)
  readonly node!: Interaction;
}

@ObjectType({ description: 'Where a page that can be left in both directions begins and ends.' })
export class TimelinePageInfo extends PageInfo {
  @Field(() => Boolean)
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `before` to read newer ones.' })
  readonly startCursor!: string | null;
}

@ObjectType()
export class InteractionConnection {
  @Field(() => [InteractionEdge], { description: 'Newest first.' })
  readonly edges!: readonly InteractionEdge[];

  @Field(() => [Interaction], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly Interaction[];

  @Field(() => TimelinePageInfo, {
    description:
      'A filter that fits few interactions may end a page early: read on as long as it says that there is more.',
  })
  readonly pageInfo!: TimelinePageInfo;

  @Field(() => Boolean, {
    description: 'The customer has more records and identifiers with interactions than one timeline takes in.',
  })
  readonly truncated!: boolean;
}
