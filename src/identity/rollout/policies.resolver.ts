import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Caller } from '../../auth/caller.js';
import type { Principal } from '../../auth/principal.js';
import { badUserInput } from '../../graphql/api-error.js';
import { connectionOf, cursorOf, pageSize, placeOf } from '../../graphql/paging.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';
import { userError } from '../../graphql/user-error.js';
import { LIMITS } from '../../kernel/limits.js';
import { readTerms } from '../decisions/graphql/read-terms.js';
import { Refused, refuseNarrow } from '../decisions/refused.js';
import { refuseOtherRules } from '../../graphql/refuse-other-rules.js';
import * as types from './graphql/policy.types.js';
import { showFate, showPolicy, showProgress } from './graphql/show-policy.js';
import { PoliciesService } from './policies.service.js';
import { RolloutWorker } from './rollout-worker.js';
import { RolloutService } from './rollout.service.js';

const CUSTOMERS = {
  type: () => Int,
  defaultValue: LIMITS.customersPerDiff,
  description: `Customers to look at, 1 to ${LIMITS.customersPerDiffMax}.`,
} as const;

@Resolver()
export class PoliciesResolver {
  constructor(
    private readonly service: PoliciesService,
    private readonly rollout: RolloutService,
    private readonly worker: RolloutWorker,
  ) {}

  @Query(() => types.Policy, { description: 'The policy in force.' })
  async policy(): Promise<types.Policy> {
    return showProgress(await this.rollout.progress().catch(refuseOtherRules)).policy;
  }

  @Query(() => types.PolicyConnection, { description: 'Policies that were ever in force, the newest first.' })
  async policies(
    @Args('first', { type: () => Int, description: 'Page size, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' }) after?: string,
  ): Promise<types.PolicyConnection> {
    const size = pageSize(first);
    const [place = ''] = placeOf(after, 1);
    const before = place === '' ? Number.MAX_SAFE_INTEGER : Number(place);
    if (!Number.isSafeInteger(before))
      throw badUserInput([{ field: 'after', message: 'is not a cursor of this list' }]);
    const rows = await this.service.list(before, size + 1).catch(refuseOtherRules);
    return connectionOf(rows, size, (row) => [String(row.number)], showPolicy);
  }

  @Query(() => types.PolicyProgress, { description: 'How far the policy in force has come, and what it did.' })
  async policyProgress(): Promise<types.PolicyProgress> {
    return showProgress(await this.rollout.progress().catch(refuseOtherRules));
  }

  @Query(() => types.PolicyDiff, {
    description:
      'What another policy would do to the customers, a stretch of them at a time: go on with endCursor and add up. Nothing is written.',
  })
  async policyDiff(
    @Args('policy', { type: () => JsonScalar, description: 'The content of a policy file (docs/policy.md).' })
    content: unknown,
    @Args('customers', CUSTOMERS) customers: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the stretch before.' })
    after?: string,
  ): Promise<types.PolicyDiff> {
    if (customers < 1 || customers > LIMITS.customersPerDiffMax)
      throw badUserInput([{ field: 'customers', message: `must be from 1 to ${LIMITS.customersPerDiffMax}` }]);
    const [place = ''] = placeOf(after, 1);
    const policy = this.readOrThrow(content);
    const changes = await this.service.changes(policy).catch(refuseOtherRules);
    const { tally, changed, cursor, left } = await this.service.diff(policy, { after: place, customers });
    return { ...tally, left, changes, changed: changed.map(showFate), endCursor: left > 0 ? cursorOf([cursor]) : null };
  }

  @Mutation(() => types.ApplyPolicyPayload, {
    description:
      'Puts a policy in force: every write decides by it from now on, and the customers that nobody touches follow in the background.',
  })
  async applyPolicy(
    @Caller() caller: Principal,
    @Args('input', { type: () => types.ApplyPolicyInput }) given: Readonly<types.ApplyPolicyInput>,
  ): Promise<types.ApplyPolicyPayload> {
    try {
      refuseNarrow(caller);
      const { reason, dryRun, idempotencyKey } = readTerms(given, 0);
      const policy = this.service.read(given.policy);
      const { number, changes, replayed } = await this.service.apply(caller, policy, {
        reason,
        dryRun,
        idempotencyKey,
      });
      if (number !== null) void this.worker.wake();
      const progress = number === null ? null : showProgress(await this.rollout.progress());
      return { progress, changes, replayed, userErrors: [] };
    } catch (error) {
      if (!(error instanceof Refused)) return refuseOtherRules(error);
      const { code, field, message } = error.refusal;
      return { progress: null, changes: [], replayed: false, userErrors: [userError(code, field, message)] };
    }
  }

  private readOrThrow(content: unknown): ReturnType<PoliciesService['read']> {
    try {
      return this.service.read(content);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw badUserInput([{ field: 'policy', message: error.refusal.message }]);
    }
  }
}
