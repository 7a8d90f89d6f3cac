import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';

export enum SurvivorshipRule {
  VALIDITY = 'VALIDITY',
  TRUST = 'TRUST',
  COMPLETENESS = 'COMPLETENESS',
  RECENCY = 'RECENCY',
  FREQUENCY = 'FREQUENCY',
  UNDISPUTED = 'UNDISPUTED',
  RECORD_KEY = 'RECORD_KEY',
  UNUSABLE = 'UNUSABLE',
}
registerEnumType(SurvivorshipRule, {
  name: 'SurvivorshipRule',
  description: 'Why a value survived, or did not.',
  valuesMap: {
    VALIDITY: { description: 'Nothing is wrong with the one that survived.' },
    TRUST: { description: 'Its source is trusted more.' },
    COMPLETENESS: { description: 'It says more.' },
    RECENCY: { description: 'It was learned later.' },
    FREQUENCY: { description: 'More records say it, in whatever spelling.' },
    UNDISPUTED: { description: 'No record says otherwise.' },
    RECORD_KEY: { description: 'The rules left it open; the smallest source and record id decided.' },
    UNUSABLE: { description: 'It says nothing: a placeholder, a day that does not exist, a blocked identifier.' },
  },
});

@ObjectType({ description: 'A value that did not survive.' })
export class Alternative {
  @Field(() => JsonScalar, {
    description:
      'A name in full, a date, the lines of an address, a masked identifier; what the source sent when it is unusable.',
  })
  readonly value!: unknown;

  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly recordId!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly capturedAt!: Date | null;

  @Field(() => SurvivorshipRule, { description: 'The rule by which it lost.' })
  readonly lostBy!: SurvivorshipRule;

  @Field(() => Int, { description: 'How many records say it.' })
  readonly records!: number;
}

@ObjectType({ description: 'Where a value comes from, and why it is this one.' })
export class Provenance {
  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly recordId!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the source learned it.' })
  readonly capturedAt!: Date | null;

  @Field(() => SurvivorshipRule, { description: 'The rule that decided.' })
  readonly rule!: SurvivorshipRule;

  @Field(() => Int, { description: 'How many records say the same, in whatever spelling.' })
  readonly records!: number;

  @Field(() => [Alternative], { description: 'What else the records say, said by most of them first.' })
  readonly alternatives!: readonly Alternative[];

  @Field(() => Int, { description: 'How many more alternatives there are.' })
  readonly moreAlternatives!: number;
}
