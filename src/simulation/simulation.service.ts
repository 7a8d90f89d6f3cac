import type { Principal } from '../auth/principal.js';
import { badUserInput } from '../graphql/api-error.js';
import { USER_ERROR_CODES, type UserErrorCode } from '../graphql/error-codes.js';
import { userError, type UserError } from '../graphql/user-error.js';
import type { DecisionAnswer, DecisionsService, Terms } from '../identity/decisions/decisions.service.js';
import type { NamesService } from '../identity/decisions/names.service.js';
import { incomingRecord } from '../ingest/graphql/incoming.types.js';
import type { IngestService } from '../ingest/ingest.service.js';
import { LIMITS } from '../kernel/limits.js';
import type { PolicyTrialService } from '../identity/rollout/policy-trial.service.js';
import type { SimulatedChangeInput, SimulatedPolicyInput, Simulation } from './simulation.types.js';

const TERMS: Terms = { reason: 'simulated', expiresAt: null, dryRun: true, idempotencyKey: null };

/** Answers "what if": the same code as the change itself, rolled back. */
export class SimulationService {
  constructor(
    private readonly ingest: IngestService,
    private readonly decisions: DecisionsService,
    private readonly names: NamesService,
    private readonly trials: PolicyTrialService,
  ) {}

  /** Throws ApiError when not exactly one kind of change is named. */
  async simulate(caller: Principal, change: Readonly<SimulatedChangeInput>): Promise<Simulation> {
    if (!caller.scope.all) throw badUserInput([{ field: 'change', message: 'is for callers who see every brand' }]);
    const { merge, neverLink, block, cut, policy, revoke, unmerge } = change;
    const said = (change.upserts?.length ?? 0) + (change.deletions?.length ?? 0);
    const kinds = [said > 0 || null, merge, neverLink, block, cut, policy, revoke, unmerge].filter(
      (each) => each !== null && each !== undefined,
    );
    if (kinds.length !== 1)
      throw badUserInput([{ field: 'change', message: 'must name one kind of change, not several' }]);
    if (said > 0) return this.sources(caller, change, said);
    if (policy) return this.policy(caller, policy);
    return shown(await this.names.refusing(() => this.decision(caller, change)), []);
  }

  private async sources(caller: Principal, change: Readonly<SimulatedChangeInput>, said: number): Promise<Simulation> {
    if (said > LIMITS.recordsPerMutation) {
      const message = `holds ${said} records; at most ${LIMITS.recordsPerMutation} are allowed`;
      throw badUserInput([{ field: 'change', message }]);
    }
    const deletions = (change.deletions ?? []).map(({ source, recordId, sourceVersion }) => {
      return { source, recordId, sourceVersion: sourceVersion ?? undefined };
    });
    const read = await this.ingest.read(caller, (change.upserts ?? []).map(incomingRecord), deletions);
    const rejected = read.rejected.map(({ code, field, message }) => userError(known(code), field, message));
    return shown(await this.decisions.simulateChanges(caller, read.changes), rejected);
  }

  private async policy(
    caller: Principal,
    { content, customerIds, sample }: Readonly<SimulatedPolicyInput>,
  ): Promise<Simulation> {
    const answer = await this.trials.of(caller, content, { customers: customerIds ?? null, sample: sample ?? null });
    if (answer.kind === 'refused') return shown(answer, []);
    const { looked, changes, effect, tooLarge } = answer;
    const message = `${tooLarge} customers are near more records than may be resolved: they were left out`;
    const left = tooLarge > 0 ? [userError('TOO_LARGE', 'policy', message)] : [];
    const taken = { decisionId: '', changes, effect, replayed: false };
    return { ...shown({ kind: 'done', taken }, left), looked };
  }

  private decision(caller: Principal, change: Readonly<SimulatedChangeInput>): Promise<DecisionAnswer> {
    const { merge, neverLink, block, cut, revoke, unmerge } = change;
    if (merge) return this.decisions.mergeCustomers(caller, { into: merge[0] ?? '', customers: merge.slice(1) }, TERMS);
    if (neverLink) return this.decisions.neverLink(caller, this.names.sides(caller, neverLink), TERMS);
    if (block) return this.decisions.blockIdentifier(caller, this.names.identifier(caller, block, 'block'), TERMS);
    if (cut) {
      const identifier = this.names.identifier(caller, cut.identifier, 'cut.identifier');
      return this.decisions.cutIdentifier(caller, { identifier, at: this.names.moment(cut.at, 'cut.at') }, TERMS);
    }
    if (revoke) return this.decisions.revokeDecision(caller, revoke, TERMS);
    return this.decisions.unmerge(caller, unmerge ?? '', TERMS);
  }
}

function shown(answer: DecisionAnswer, rejected: readonly UserError[]): Simulation {
  const nothing = { looked: null, created: 0, merged: 0, split: 0, moved: 0, revived: 0, emptied: 0, contested: 0 };
  if (answer.kind === 'refused') {
    const { code, field, message } = answer.refusal;
    return { ...nothing, changes: [], userErrors: [userError(code, field, message)] };
  }
  const { changes, effect } = answer.taken;
  return {
    ...nothing,
    ...effect,
    changes: changes.map(({ kind, customerId, retired }) => ({ kind, customerId, retiredIds: retired, eventId: null })),
    userErrors: rejected,
  };
}

function known(code: string): UserErrorCode {
  return Object.hasOwn(USER_ERROR_CODES, code) ? (code as UserErrorCode) : 'INVALID_INPUT';
}
