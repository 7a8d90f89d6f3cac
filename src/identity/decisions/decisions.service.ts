import { createHash } from 'node:crypto';
import type { Principal } from '../../auth/principal.js';
import type { IdentifierKey, NewId, RecordKey } from '../../kernel/ids.js';
import type { Bench, IdentityService } from '../identity.service.js';
import type { DecisionSide } from '../resolution/evidence.types.js';
import { effectOf } from '../engine/effect.js';
import type { RecordChange } from '../records/record.types.js';
import { NO_RULING, type DecisionKind } from './decision.types.js';
import { Refused, type Refusal } from './refused.js';
import { blocksToEnd, blockSides, cutSides, detachSides, type CutCommand } from './rulings/identifier-rulings.js';
import { mergeSides, type MergeCommand } from './rulings/merge-customers.js';
import { neverSides, type NeverSide } from './rulings/never-link.js';
import { splitSides, type SplitCommand } from './rulings/split-customer.js';
import { answeredBefore, rememberEnding, type DecisionRequest } from './answered.js';
import { begin, end, endedBefore, toldBy, type NewDecision, type Taken } from './take-decision.js';
import { NotParted, unmerge } from './unmerge.js';

/** What every decision comes with. */
export interface Terms {
  readonly reason: string;
  /** Epoch milliseconds; null when it holds until it is revoked. */
  readonly expiresAt: number | null;
  readonly dryRun: boolean;
  readonly idempotencyKey: string | null;
  /** Done first in the transaction, once; what it throws rolls back. */
  readonly prelude?: (bench: Bench) => Promise<void>;
}

export type DecisionAnswer =
  { readonly kind: 'done'; readonly taken: Taken } | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What stewards decide. Each decision is one transaction: taken as a whole, once, or refused with nothing written. */
export class DecisionsService {
  constructor(
    private readonly identity: Pick<IdentityService, 'rule'>,
    private readonly newId: NewId,
  ) {}

  /** Holds customers for one person. */
  mergeCustomers(caller: Principal, command: MergeCommand, terms: Terms): Promise<DecisionAnswer> {
    return this.begin(caller, 'ALWAYS', terms, command, (bench) => mergeSides(bench, command));
  }

  /** Holds sides for different people. */
  neverLink(caller: Principal, sides: readonly NeverSide[], terms: Terms): Promise<DecisionAnswer> {
    return this.begin(caller, 'NEVER', terms, sides, (bench) => neverSides(bench, sides));
  }

  /** Parts records from the rest of their customer. */
  splitCustomer(caller: Principal, command: SplitCommand, terms: Terms): Promise<DecisionAnswer> {
    return this.begin(caller, 'NEVER', terms, command, (bench) => splitSides(bench, command));
  }

  /** Takes one identifier from one record, whatever its source says. */
  detachIdentifier(
    caller: Principal,
    record: RecordKey,
    identifier: IdentifierKey,
    terms: Terms,
  ): Promise<DecisionAnswer> {
    return this.begin(caller, 'DETACH', terms, [record, identifier], (bench) => detachSides(bench, record, identifier));
  }

  /** Lets an identifier join nobody. */
  blockIdentifier(caller: Principal, identifier: IdentifierKey, terms: Terms): Promise<DecisionAnswer> {
    return this.begin(caller, 'BLOCK', terms, identifier, (bench) => blockSides(bench, identifier));
  }

  /** Says that from a moment on an identifier is somebody else's. */
  cutIdentifier(caller: Principal, command: CutCommand, terms: Terms): Promise<DecisionAnswer> {
    const fresh = this.fresh(caller, 'CUT', terms, command);
    const decision = { ...fresh, decision: { ...fresh.decision, cutAt: command.at } };
    const sidesOf = (bench: Bench) => cutSides(bench, command);
    return this.rule(caller.id, terms, (bench) =>
      begin(bench, decision, { sidesOf: () => sidesOf(bench), prelude: terms.prelude }),
    );
  }

  /** Ends the block of an identifier. */
  unblockIdentifier(caller: Principal, identifier: IdentifierKey, terms: Terms): Promise<DecisionAnswer> {
    const request = this.requestOf(caller, terms, ['UNBLOCK', identifier, terms.reason]);
    const ending = { status: 'REVOKED', request, field: 'identifier', prelude: terms.prelude } as const;
    return this.rule(caller.id, terms, async (bench) => {
      const before = await answeredBefore(bench, request);
      if (before !== null) return endedBefore(bench, before);
      return end(bench, await blocksToEnd(bench, identifier, request.id), ending);
    });
  }

  /** Ends a decision. */
  revokeDecision(caller: Principal, decisionId: string, terms: Terms): Promise<DecisionAnswer> {
    const request = this.requestOf(caller, terms, ['REVOKE', decisionId, terms.reason]);
    const ending = { status: 'REVOKED', request, field: 'decisionId', prelude: terms.prelude } as const;
    return this.rule(caller.id, terms, (bench) => end(bench, [decisionId], ending));
  }

  /** What sources would do by saying something; nothing is written. */
  simulateChanges(caller: Principal, changes: readonly RecordChange[]): Promise<DecisionAnswer> {
    const terms = { reason: 'simulated', expiresAt: null, dryRun: true, idempotencyKey: null };
    return this.rule(caller.id, terms, async (bench) => {
      const brought = await bench.bring(NO_RULING, changes);
      return { decisionId: '', changes: toldBy(brought), effect: effectOf(brought), replayed: false };
    });
  }

  /** Does nothing but the prelude, once. */
  note(caller: Principal, payload: unknown, terms: Terms): Promise<DecisionAnswer> {
    // Kept without a key, too: an attempt whose answer was lost leaves no decision by which it would be known.
    const request = { ...this.requestOf(caller, terms, ['NOTE', payload, terms.reason]), isKeyed: true };
    return this.rule(caller.id, terms, async (bench) => {
      if ((await answeredBefore(bench, request)) !== null)
        return { decisionId: '', changes: [], effect: null, replayed: true };
      await terms.prelude?.(bench);
      await rememberEnding(bench, request, '');
      return { decisionId: '', changes: [], effect: null, replayed: false };
    });
  }

  /** Ends a decision whose time is over. One that ended meanwhile is left alone. */
  async expire(decisionId: string): Promise<void> {
    const terms = { reason: 'expired', expiresAt: null, dryRun: false, idempotencyKey: null };
    const request = { id: decisionId, payloadHash: '', isKeyed: false };
    const work = (bench: Bench) => end(bench, [decisionId], { status: 'EXPIRED', request, field: 'decisionId' });
    await this.rule('huella', terms, work);
  }

  /** Takes an event back: by ending the decisions that it names, and only where that is not enough by a new one. */
  async unmerge(caller: Principal, eventId: string, terms: Terms): Promise<DecisionAnswer> {
    const decision = this.fresh(caller, 'NEVER', terms, eventId);
    try {
      return await this.rule(caller.id, terms, (bench) => unmerge(bench, eventId, decision, 'ENDING'));
    } catch (error) {
      if (!(error instanceof NotParted)) throw error;
      return this.rule(caller.id, terms, (bench) => unmerge(bench, eventId, decision, 'PARTING'));
    }
  }

  private begin(
    caller: Principal,
    kind: DecisionKind,
    terms: Terms,
    payload: unknown,
    sidesOf: (bench: Bench) => Promise<readonly DecisionSide[]>,
  ): Promise<DecisionAnswer> {
    const decision = this.fresh(caller, kind, terms, payload);
    return this.rule(caller.id, terms, (bench) =>
      begin(bench, decision, { sidesOf: () => sidesOf(bench), prelude: terms.prelude }),
    );
  }

  private async rule(
    actor: string,
    { dryRun }: Terms,
    work: (bench: Bench) => Promise<Taken>,
  ): Promise<DecisionAnswer> {
    try {
      return { kind: 'done', taken: await this.identity.rule(actor, work, dryRun) };
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
      throw error;
    }
  }

  private fresh(caller: Principal, kind: DecisionKind, terms: Terms, payload: unknown): NewDecision {
    const { reason, expiresAt } = terms;
    const request = this.requestOf(caller, terms, [kind, payload, reason, expiresAt]);
    const { id, payloadHash } = request;
    return { decision: { id, kind, actor: caller.id, reason, expiresAt, payloadHash }, request };
  }

  /** A key makes the same id again, so that a repetition finds what the first one did; keys are a caller's own. */
  private requestOf(caller: Principal, terms: Terms, payload: unknown): DecisionRequest {
    return {
      id: requestId(caller, terms, this.newId),
      payloadHash: hashOf(payload),
      isKeyed: terms.idempotencyKey !== null,
    };
  }
}

/** A key makes the same id again, so that a repetition finds what the first one did; keys are a caller's own. */
export function requestId(caller: Principal, { idempotencyKey }: Pick<Terms, 'idempotencyKey'>, newId: NewId): string {
  return idempotencyKey === null ? newId() : `key-${hashOf([caller.id, idempotencyKey])}`;
}

/** Tells one request from another of the same key. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
