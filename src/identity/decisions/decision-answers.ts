import type { Principal } from '../../auth/principal.js';
import { userError } from '../../graphql/user-error.js';
import type { Clock } from '../../kernel/clock.js';
import { refuseOtherRules } from '../../graphql/refuse-other-rules.js';
import type { DecisionsRepository } from './decisions.repository.js';
import type { DecisionAnswer, Terms } from './decisions.service.js';
import type { DecisionPayload } from './graphql/decision.types.js';
import { readTerms, type GivenTerms } from './graphql/read-terms.js';
import { Refused, refuseNarrow, type Refusal } from './refused.js';

/** Runs a decision of a caller and shows what became of it. Refusals are data. */
export class DecisionAnswers {
  constructor(
    private readonly repository: DecisionsRepository,
    private readonly clock: Clock,
  ) {}

  async of(
    caller: Principal,
    given: GivenTerms,
    decide: (terms: Terms) => Promise<DecisionAnswer>,
  ): Promise<DecisionPayload> {
    const answer = await this.ask(caller, given, decide);
    if (answer.kind === 'refused') return refused(answer.refusal);
    const { decisionId, changes, replayed } = answer.taken;
    return {
      decision: given.dryRun || decisionId === '' ? null : await this.repository.find(caller.scope, decisionId),
      changes: changes.map(({ kind, customerId, retired, eventId }) => {
        return { kind, customerId, retiredIds: retired, eventId: given.dryRun ? null : eventId };
      }),
      replayed,
      userErrors: [],
    };
  }

  private async ask(
    caller: Principal,
    given: GivenTerms,
    decide: (terms: Terms) => Promise<DecisionAnswer>,
  ): Promise<DecisionAnswer> {
    try {
      refuseNarrow(caller);
      return await decide(readTerms(given, this.clock.now().getTime()));
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
      return refuseOtherRules(error);
    }
  }
}

function refused({ code, field, message }: Refusal): DecisionPayload {
  return { decision: null, changes: [], replayed: false, userErrors: [userError(code, field, message)] };
}
