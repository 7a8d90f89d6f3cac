import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Customer } from '../../customers/graphql/customer.types.js';
import { LIMITS } from '../../kernel/limits.js';
import { Identifier } from '../graphql/identifier.types.js';
import { RecordReference } from '../graphql/record-ref.types.js';
import type { LossKind } from './bridges/loss.js';

const BridgeKindEnum: Readonly<Record<LossKind, LossKind>> = {
  IDENTIFIER: 'IDENTIFIER',
  RECORD: 'RECORD',
  ATTACHMENT: 'ATTACHMENT',
};
registerEnumType(BridgeKindEnum, {
  name: 'BridgeKind',
  description: 'What a customer might lose.',
  valuesMap: {
    IDENTIFIER: { description: 'An identifier, if it were blocked.' },
    RECORD: { description: 'A record, if it were deleted.' },
    ATTACHMENT: { description: 'An identifier of one record, if it were detached.' },
  },
});

@ObjectType({
  description: 'Something that holds a customer together: without it, its records would be several customers.',
})
export class Bridge {
  @Field(() => BridgeKindEnum)
  readonly kind!: LossKind;

  @Field(() => Identifier, { nullable: true, description: 'Null with RECORD.' })
  readonly identifier!: Identifier | null;

  @Field(() => RecordReference, { nullable: true, description: 'Null with IDENTIFIER.' })
  readonly record!: RecordReference | null;

  @Field(() => [Int], {
    description: `How many records each part would have, the largest first, at most ${LIMITS.partsPerBridge} parts. A record that is lost is in none.`,
  })
  readonly parts!: readonly number[];

  @Field(() => Int, { description: 'Number of parts.' })
  readonly partCount!: number;
}

@ObjectType({ description: 'What holds a customer together.' })
export class Bridges {
  @Field(() => Customer)
  readonly customer!: Customer;

  @Field(() => Int, { description: 'How many bridges were found.' })
  readonly total!: number;

  @Field(() => Boolean, {
    description: 'Everything was judged; otherwise those that were found are right, and there may be more.',
  })
  readonly complete!: boolean;

  @Field(() => [Bridge], {
    description: `The most damaging first: those that would part most pairs of records. At most ${LIMITS.bridgesPerAnswer}.`,
  })
  readonly bridges!: readonly Bridge[];
}
