import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Caller } from '../../auth/caller.js';
import type { Principal } from '../../auth/principal.js';
import { RecordRef } from '../graphql/record-ref.types.js';
import { BridgesService } from './bridges.service.js';
import { Bridges } from './bridges.types.js';
import { ExplainService } from './explain.service.js';
import { Explanation } from './explanation.types.js';

const REF = { type: () => RecordRef } as const;
type Ref = Pick<RecordRef, 'source' | 'recordId'>;

@Resolver()
export class ExplainResolver {
  constructor(
    private readonly explanations: ExplainService,
    private readonly holding: BridgesService,
  ) {}

  @Query(() => Explanation, {
    description: 'Why two records are one customer: the shortest chain of records and identifiers that joins them.',
  })
  explain(@Caller() caller: Principal, @Args('left', REF) left: Ref, @Args('right', REF) right: Ref) {
    return this.explanations.explain(caller, left, right);
  }

  @Query(() => Explanation, {
    description: 'Why two records are not one customer: what they share, and what keeps it from joining them.',
  })
  whyNot(@Caller() caller: Principal, @Args('left', REF) left: Ref, @Args('right', REF) right: Ref) {
    return this.explanations.explain(caller, left, right);
  }

  @Query(() => Bridges, {
    nullable: true,
    description:
      'What holds a customer together: the identifiers, records and attachments whose loss would split it. A former id asks for the live customer; null when the id is unknown, emptied or split.',
  })
  bridges(@Caller() caller: Principal, @Args('customerId', { type: () => ID }) customerId: string) {
    return this.holding.bridges(caller, customerId);
  }
}
