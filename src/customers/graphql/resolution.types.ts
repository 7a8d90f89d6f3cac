import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserError } from '../../graphql/user-error.js';
import { ContestReasonEnum } from '../../identity/graphql/identifier.types.js';
import type { ContestReason } from '../../identity/resolution/evidence.types.js';
import { Customer } from './customer.types.js';

export enum IdentifierStanding {
  LINKABLE = 'LINKABLE',
  CONTESTED = 'CONTESTED',
  GENERIC = 'GENERIC',
  BLOCKED = 'BLOCKED',
  UNKNOWN = 'UNKNOWN',
  INVALID = 'INVALID',
}
registerEnumType(IdentifierStanding, {
  name: 'IdentifierStanding',
  description: 'What an identifier says about who this is.',
  valuesMap: {
    LINKABLE: { description: 'It joins records, and says who this is.' },
    CONTESTED: { description: 'Several customers hold it, who are told apart: it says no more than that.' },
    GENERIC: { description: 'More records hold it than one person would have, so it says nothing.' },
    BLOCKED: { description: 'A placeholder, or blocked by decision, so it says nothing.' },
    UNKNOWN: { description: 'No record holds it.' },
    INVALID: { description: 'It could not be read; problem says why.' },
  },
});

@ObjectType({ description: 'What one identifier of the question says.' })
export class IdentifierMatch {
  @Field(() => String, { nullable: true, description: 'Type, when the policy knows it.' })
  readonly type!: string | null;

  @Field(() => String, { nullable: true })
  readonly namespace!: string | null;

  @Field(() => String, { nullable: true, description: 'The value, masked; null when it could not be read.' })
  readonly display!: string | null;

  @Field(() => IdentifierStanding)
  readonly standing!: IdentifierStanding;

  @Field(() => [Customer], { description: 'Who holds it, most records first; the first of many.' })
  readonly customers!: readonly Customer[];

  @Field(() => [ContestReasonEnum], { description: 'What tells the holders apart.' })
  readonly contestReasons!: readonly ContestReason[];

  @Field(() => String, { description: 'The standing in a sentence.' })
  readonly explanation!: string;

  @Field(() => UserError, { nullable: true, description: 'Why it could not be read.' })
  readonly problem!: UserError | null;
}

@ObjectType({ description: 'Who holds identifiers, and why not more is known. Asking creates nothing.' })
export class Resolution {
  @Field(() => [Customer], {
    description: 'The customers that the identifiers name, each once. One: this is who it is. Several: they disagree.',
  })
  readonly customers!: readonly Customer[];

  @Field(() => [IdentifierMatch], { description: 'One per identifier of the question, in its order.' })
  readonly identifiers!: readonly IdentifierMatch[];
}
