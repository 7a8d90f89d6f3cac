import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Caller } from '../../auth/caller.js';
import type { Principal } from '../../auth/principal.js';
import { badUserInput } from '../../graphql/api-error.js';
import { HoldsService } from '../breaker/holds.service.js';
import { SourceHold } from '../breaker/graphql/hold.types.js';
import { IdentifiersService } from '../../ingest/identifiers.service.js';
import { splitRecordKey } from '../../kernel/ids.js';
import { readInstant } from '../../kernel/instants.js';
import { DecisionAnswers } from '../decisions/decision-answers.js';
import { DecisionPayload } from '../decisions/graphql/decision.types.js';
import { readIdentifierKey } from '../decisions/graphql/read-names.js';
import { readMoment } from '../decisions/graphql/read-terms.js';
import { Refused } from '../decisions/refused.js';
import { RecordReference } from '../graphql/record-ref.types.js';
import {
  DecideReviewItemInput,
  ReviewItem,
  ReviewItemConnection,
  ReviewItemsArgs,
  ReviewOutlook,
} from './graphql/review.types.js';
import type { ReviewRow } from './review.queries.js';
import { CHOICES, type ReviewChoice } from './review.types.js';
import { ReviewsService } from './reviews.service.js';

@Resolver(() => ReviewItem)
export class ReviewsResolver {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly identifiers: IdentifiersService,
    private readonly answers: DecisionAnswers,
    private readonly holds: HoldsService,
  ) {}

  @Query(() => ReviewItem, { nullable: true, description: 'A matter for stewards.' })
  reviewItem(@Caller() caller: Principal, @Args('id', { type: () => ID }) id: string) {
    return this.reviews.find(caller, id);
  }

  @Query(() => ReviewItemConnection, { description: 'Matters for stewards, the oldest first.' })
  reviewItems(@Caller() caller: Principal, @Args({ type: () => ReviewItemsArgs }) given: Readonly<ReviewItemsArgs>) {
    const { first, after, status, kind, openedBefore } = given;
    const filter = { status: status ?? 'OPEN', kind: kind ?? null, openedBefore: momentOf(openedBefore) };
    return this.reviews.list(caller, filter, { first, after });
  }

  @ResolveField(() => [ReviewOutlook], { description: 'What each choice would do, tried and rolled back.' })
  choices(@Caller() caller: Principal, @Parent() item: ReviewRow): Promise<ReviewOutlook[]> {
    return Promise.all(CHOICES[item.kind].map((choice) => this.outlook(caller, item, choice)));
  }

  @ResolveField(() => SourceHold, { nullable: true, description: 'What was held, and why.' })
  hold(@Caller() caller: Principal, @Parent() { holdId }: ReviewRow) {
    return holdId === null ? null : this.holds.find(caller, holdId);
  }

  @ResolveField(() => RecordReference, { nullable: true, description: 'The record that it is about.' })
  record(@Parent() { record }: ReviewRow) {
    return record === null ? null : splitRecordKey(record);
  }

  @Mutation(() => DecisionPayload, {
    description:
      'Decides an item, once: does what was chosen. A choice about a version that is not the last is refused.',
  })
  decideReviewItem(
    @Caller() caller: Principal,
    @Args('input', { type: () => DecideReviewItemInput }) given: Readonly<DecideReviewItemInput>,
  ) {
    return this.answers.of(caller, given, (terms) => {
      const { id, version, choice } = given;
      const identifier = given.identifier
        ? readIdentifierKey(this.identifiers, caller, given.identifier, 'identifier')
        : null;
      const at = given.at ? readMoment(given.at, 'at') : null;
      return this.reviews.decide(caller, { id, version }, { choice, identifier, at }, terms);
    });
  }

  private async outlook(caller: Principal, item: ReviewRow, choice: ReviewChoice): Promise<ReviewOutlook> {
    if (choice === 'DETACH') return { choice, changes: [], refusal: 'depends on the identifier: try it with dryRun' };
    if (choice === 'CUT') return { choice, changes: [], refusal: 'depends on the moment: try it with dryRun' };
    try {
      const answer = await this.reviews.simulate(caller, item, choice);
      if (answer.kind === 'refused') return { choice, changes: [], refusal: answer.refusal.message };
      const changes = answer.taken.changes.map(({ kind, customerId, retired }) => {
        return { kind, customerId, retiredIds: retired, eventId: null };
      });
      return { choice, changes, refusal: null };
    } catch (error) {
      if (error instanceof Refused) return { choice, changes: [], refusal: error.refusal.message };
      throw error;
    }
  }
}

/** Throws ApiError when the text is no moment. */
function momentOf(text: string | undefined | null): number | null {
  if (text === undefined || text === null) return null;
  const instant = readInstant(text);
  if (!instant) throw badUserInput([{ field: 'openedBefore', message: 'must be an RFC 3339 moment with an offset' }]);
  return instant.epochMs;
}
