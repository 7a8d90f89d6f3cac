import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Customer } from './customer.types.js';

export enum IdentityState {
  LIVE = 'LIVE',
  REDIRECTED = 'REDIRECTED',
  SPLIT = 'SPLIT',
  EMPTIED = 'EMPTIED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(IdentityState, {
  name: 'IdentityState',
  description: 'What became of a customer id.',
  valuesMap: {
    LIVE: { description: 'A customer has it.' },
    REDIRECTED: { description: 'Its customer was merged into another, which answers for it.' },
    SPLIT: { description: 'The records that it had belong to several customers now.' },
    EMPTIED: { description: 'Its last record was deleted.' },
    UNKNOWN: { description: 'It was never issued.' },
  },
});

@ObjectType({ description: 'What became of a customer id. Every id ever issued has an answer.' })
export class IdentityStatus {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => IdentityState)
  readonly state!: IdentityState;

  @Field(() => Customer, { nullable: true, description: 'The customer that answers for the id, when it is one.' })
  readonly customer!: Customer | null;

  @Field(() => [Customer], { description: 'After a split: the customers that hold its records now.' })
  readonly candidates!: readonly Customer[];
}
