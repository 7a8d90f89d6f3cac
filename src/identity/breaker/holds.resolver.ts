import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Caller } from '../../auth/caller.js';
import type { Principal } from '../../auth/principal.js';
import { userError } from '../../graphql/user-error.js';
import { refuseOtherRules } from '../../graphql/refuse-other-rules.js';
import { systemClock } from '../../kernel/clock.js';
import { LIMITS } from '../../kernel/limits.js';
import type { DecisionAnswer, Terms } from '../decisions/decisions.service.js';
import { readTerms, type GivenTerms } from '../decisions/graphql/read-terms.js';
import { refuse, Refused, refuseNarrow } from '../decisions/refused.js';
import type { Taken } from '../decisions/take-decision.js';
import * as types from './graphql/hold.types.js';
import type { HoldRow } from './hold.queries.js';
import { HoldsService, type HoldChoice } from './holds.service.js';

const PAYLOAD = (description: string) => ({ description });
const TRIAL: Terms = { reason: 'simulated', expiresAt: null, dryRun: true, idempotencyKey: null };

@Resolver(() => types.SourceHold)
export class HoldsResolver {
  constructor(private readonly holds: HoldsService) {}

  @Query(() => types.SourceHold, { nullable: true, description: 'A source or job that is or was held.' })
  sourceHold(@Caller() caller: Principal, @Args('id', { type: () => ID }) id: string) {
    return this.holds.find(caller, id);
  }

  @Query(() => types.SourceHoldConnection, { description: 'Sources and jobs that are held, or were, by id.' })
  sourceHolds(
    @Caller() caller: Principal,
    @Args({ type: () => types.SourceHoldsArgs }) { status, first, after }: Readonly<types.SourceHoldsArgs>,
  ) {
    return this.holds.list(caller, status ?? 'OPEN', { first, after });
  }

  @ResolveField(() => types.ReleaseEstimate, {
    nullable: true,
    description: 'What a release would do; null when it is decided.',
  })
  async releaseEstimate(
    @Caller() caller: Principal,
    @Parent() { id, status, waiting }: HoldRow,
  ): Promise<types.ReleaseEstimate | null> {
    if (status !== 'OPEN') return null;
    const answer = await this.holds.decide(caller, id, 'RELEASE', TRIAL);
    return answer.kind === 'done' ? estimateOf(answer.taken, waiting) : null;
  }

  @Mutation(
    () => types.SourceHoldPayload,
    PAYLOAD('Holds a source, or one job of it, by hand: what it adds is stored and joins nobody.'),
  )
  holdSource(
    @Caller() caller: Principal,
    @Args('input', { type: () => types.HoldSourceInput }) given: Readonly<types.HoldSourceInput>,
  ) {
    return this.answer(caller, given, (terms) => {
      const lane = { source: nameOf(given.source, 'source'), job: given.job ? nameOf(given.job, 'job') : null };
      return this.holds.hold(caller, lane, terms);
    });
  }

  @Mutation(
    () => types.SourceHoldPayload,
    PAYLOAD('Ends a hold: what it stopped counts, as if it had never been. It follows in steps.'),
  )
  releaseHold(
    @Caller() caller: Principal,
    @Args('input', { type: () => types.DecideHoldInput }) given: Readonly<types.DecideHoldInput>,
  ) {
    return this.decide(caller, given, 'RELEASE');
  }

  @Mutation(
    () => types.SourceHoldPayload,
    PAYLOAD('Ends a hold: what it stopped never counts. What the source says from now on does.'),
  )
  rejectHold(
    @Caller() caller: Principal,
    @Args('input', { type: () => types.DecideHoldInput }) given: Readonly<types.DecideHoldInput>,
  ) {
    return this.decide(caller, given, 'REJECT');
  }

  private decide(caller: Principal, given: Readonly<types.DecideHoldInput>, choice: HoldChoice) {
    return this.answer(caller, given, (terms) => this.holds.decide(caller, given.holdId, choice, terms));
  }

  private async answer(
    caller: Principal,
    given: GivenTerms,
    work: (terms: Terms) => Promise<DecisionAnswer>,
  ): Promise<types.SourceHoldPayload> {
    const answer = await asked(caller, given, work);
    if (answer.kind === 'refused') {
      const { code, field, message } = answer.refusal;
      return { hold: null, estimate: null, replayed: false, userErrors: [userError(code, field, message)] };
    }
    const hold = await this.holds.find(caller, answer.taken.decisionId);
    const estimate = given.dryRun && hold ? estimateOf(answer.taken, hold.waiting) : null;
    return { hold, estimate, replayed: answer.taken.replayed, userErrors: [] };
  }
}

async function asked(
  caller: Principal,
  given: GivenTerms,
  work: (terms: Terms) => Promise<DecisionAnswer>,
): Promise<DecisionAnswer> {
  try {
    refuseNarrow(caller);
    return await work(readTerms(given, systemClock.now().getTime()));
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
    return refuseOtherRules(error);
  }
}

function estimateOf({ changes, effect }: Taken, waiting: number): types.ReleaseEstimate {
  return {
    tried: Math.min(waiting, LIMITS.recordsPerReleaseTrial),
    merged: effect?.merged ?? 0,
    contested: effect?.contested ?? 0,
    changes: changes.map(({ kind, customerId, retired }) => ({ kind, customerId, retiredIds: retired, eventId: null })),
  };
}

/** A source or job as it may be written. Throws Refused. */
function nameOf(text: string, field: string): string {
  if (text.trim() === '' || text.length > LIMITS.recordKeyChars)
    refuse('INVALID_INPUT', field, `must have 1 to ${LIMITS.recordKeyChars} characters`);
  return text;
}
