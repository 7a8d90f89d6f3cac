import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '../../graphql/page-info.js';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { EventKindEnum, NamedIdentifier } from '../decisions/graphql/decision.types.js';
import { RecordReference } from '../graphql/record-ref.types.js';
import type { EventKind } from './event.types.js';

/** What a change is: an event, or what membership alone says. */
export type ChangeKind = EventKind | 'CREATED' | 'ATTACHED' | 'DETACHED' | 'RETIRED';

export const ChangeKindEnum: Readonly<Record<ChangeKind, ChangeKind>> = {
  ...EventKindEnum,
  CREATED: 'CREATED',
  ATTACHED: 'ATTACHED',
  DETACHED: 'DETACHED',
  RETIRED: 'RETIRED',
};
registerEnumType(ChangeKindEnum, {
  name: 'ChangeKind',
  description: 'What a transaction did to a customer.',
  valuesMap: {
    CREATED: { description: 'It is new.' },
    ATTACHED: { description: 'Records joined it.' },
    DETACHED: { description: 'Records left it.' },
    RETIRED: { description: 'It ended in another customer.' },
  },
});

/** One step of the change feed. */
@ObjectType({ description: 'What one transaction did to one customer. All of them in order rebuild who is who.' })
export class Change {
  @Field(() => Int, { description: 'Number of the transaction, without a gap for those that changed anything.' })
  readonly transaction!: number;

  @Field(() => DateTimeScalar)
  readonly at!: Date;

  @Field(() => ChangeKindEnum)
  readonly kind!: ChangeKind;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => [RecordReference], { description: 'Records that resolve to it from now on.' })
  readonly joined!: readonly RecordReference[];

  @Field(() => [RecordReference], { description: 'Records that resolve to it no more.' })
  readonly left!: readonly RecordReference[];

  @Field(() => [ID], { description: 'Ids that ended in it.' })
  readonly retiredIds!: readonly string[];

  @Field(() => ID, { nullable: true })
  readonly eventId!: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided; null when sources spoke.' })
  readonly actor!: string | null;

  @Field(() => [ID], { description: 'Decisions that caused it.' })
  readonly decisionIds!: readonly string[];
}

@ObjectType()
export class ChangeEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Change)
  readonly node!: Change;
}

@ObjectType()
export class ChangeConnection {
  @Field(() => [ChangeEdge])
  readonly edges!: readonly ChangeEdge[];

  @Field(() => [Change], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly Change[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

/** An event as people read it. */
@ObjectType({ description: 'Something that happened to a customer, with what caused it.' })
export class IdentityEvent {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'Number of the event, without a gap.' })
  readonly number!: number;

  @Field(() => EventKindEnum)
  readonly kind!: EventKind;

  @Field(() => DateTimeScalar)
  readonly at!: Date;

  @Field(() => ID, { description: 'The customer that it happened to.' })
  readonly customerId!: string;

  @Field(() => [ID], { description: 'Ids that ended in it.' })
  readonly retiredIds!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Who decided; null when sources spoke.' })
  readonly actor!: string | null;

  @Field(() => String, { description: 'Version of the policy that decided.' })
  readonly policyVersion!: string;

  @Field(() => [NamedIdentifier], { description: 'What joined, the strongest first.' })
  readonly identifiers!: readonly NamedIdentifier[];

  @Field(() => [ID], { description: 'Decisions that caused it.' })
  readonly decisionIds!: readonly string[];
}

@ObjectType()
export class IdentityEventEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => IdentityEvent)
  readonly node!: IdentityEvent;
}

@ObjectType()
export class IdentityEventConnection {
  @Field(() => [IdentityEventEdge])
  readonly edges!: readonly IdentityEventEdge[];

  @Field(() => [IdentityEvent], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly IdentityEvent[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: 'A customer as it stood at a moment.' })
export class CustomerSnapshot {
  @Field(() => ID, { description: 'The id that answered then.' })
  readonly customerId!: string;

  @Field(() => DateTimeScalar)
  readonly at!: Date;

  @Field(() => [RecordReference], { description: 'Its records then.' })
  readonly records!: readonly RecordReference[];
}
