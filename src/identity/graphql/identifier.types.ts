import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { IdentifierStatus } from '../engine/engine.types.js';
import type { ContestReason } from '../resolution/evidence.types.js';

export const IdentifierStatusEnum: Readonly<Record<IdentifierStatus, IdentifierStatus>> = {
  LINKABLE: 'LINKABLE',
  GENERIC: 'GENERIC',
  BLOCKED: 'BLOCKED',
};
registerEnumType(IdentifierStatusEnum, {
  name: 'IdentifierStatus',
  description: 'Whether an identifier may join records.',
  valuesMap: {
    LINKABLE: { description: 'It may join records.' },
    GENERIC: { description: 'More records hold it than one person would have, so it joins nobody.' },
    BLOCKED: { description: 'A placeholder, or blocked by decision: it joins nobody.' },
  },
});

export const ContestReasonEnum: Readonly<Record<ContestReason, ContestReason>> = {
  CAPACITY: 'CAPACITY',
  NEVER: 'NEVER',
  PERSONS: 'PERSONS',
  REALM: 'REALM',
};
registerEnumType(ContestReasonEnum, {
  name: 'ContestReason',
  description: 'Why an identifier does not join all the records that hold it.',
  valuesMap: {
    CAPACITY: { description: 'Together they would hold more values of a type than one person has.' },
    NEVER: { description: 'A steward decided that they are different people.' },
    PERSONS: { description: 'Their names or birth dates contradict each other.' },
    REALM: { description: 'They belong to realms that never link.' },
  },
});

/** An identifier as people may see it: the value is masked. */
@ObjectType({ description: 'An identifier. Its value is only shown masked.' })
export class Identifier {
  @Field(() => String)
  readonly type!: string;

  @Field(() => String, { description: 'Issuer, country scheme, social network or app; empty where the type has none.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'The value, masked.' })
  readonly display!: string;

  @Field(() => IdentifierStatusEnum)
  readonly status!: IdentifierStatus;

  @Field(() => Boolean, {
    description: 'Its records are told apart: it joins only those that belong together.',
  })
  readonly contested!: boolean;

  @Field(() => [ContestReasonEnum], { description: 'What tells them apart; empty unless contested.' })
  readonly contestReasons!: readonly ContestReason[];
}
