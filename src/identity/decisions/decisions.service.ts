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
import { begin, end, toldBy, type NewDecision, type Taken } from './take-decision.js';
import { unmerge } from './unmerge.js';

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
    private readonly identity: IdentityService,
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
    const decision = { ...this.fresh(caller, 'CUT', terms, command), cutAt: command.at };
    const sidesOf = (bench: Bench) => cutSides(bench, command);
    return this.rule(caller.id, terms, (bench) =>
      begin(bench, decision, { sidesOf: () => sidesOf(bench), prelude: terms.prelude }),
    );
  }

  /** Ends the block of an identifier. */
  unblockIdentifier(caller: Principal, identifier: IdentifierKey, terms: Terms): Promise<DecisionAnswer> {
    const by = this.requestId(caller, terms);
    return this.rule(caller.id, terms, async (bench) =>
      end(bench, await blocksToEnd(bench, identifier, by), {
        status: 'REVOKED',
        by,
        field: 'identifier',
        prelude: terms.prelude,
      }),
    );
  }

  /** Ends a decision. */
  revokeDecision(caller: Principal, decisionId: string, terms: Terms): Promise<DecisionAnswer> {
    const by = this.requestId(caller, terms);
    return this.rule(caller.id, terms, (bench) =>
      end(bench, [decisionId], { status: 'REVOKED', by, field: 'decisionId', prelude: terms.prelude }),
    );
  }

  /** What sources would do by saying something; nothing is written. */
  simulateChanges(caller: Principal, changes: readonly RecordChange[]): Promise<DecisionAnswer> {
    const terms = { reason: 'simulated', expiresAt: null, dryRun: true, idempotencyKey: null };
    return this.rule(caller.id, terms, async (bench) => {
      const brought = await bench.bring(NO_RULING, changes);
      return { decisionId: '', changes: toldBy(brought), effect: effectOf(brought), replayed: false };
    });
  }

  /** Does nothing but the prelude. */
  note(caller: Principal, terms: Terms): Promise<DecisionAnswer> {
    return this.rule(caller.id, terms, async (bench) => {
      await terms.prelude?.(bench);
      return { decisionId: '', changes: [], effect: null, replayed: false };
    });
  }

  /** Ends a decision whose time is over. One that ended meanwhile is left alone. */
  async expire(decisionId: string): Promise<void> {
    const terms = { reason: 'expired', expiresAt: null, dryRun: false, idempotencyKey: null };
    const work = (bench: Bench) => end(bench, [decisionId], { status: 'EXPIRED', by: decisionId, field: 'decisionId' });
    await this.rule('huella', terms, work);
  }

  /** Takes an event back. */
  unmerge(caller: Principal, eventId: string, terms: Terms): Promise<DecisionAnswer> {
    const decision = this.fresh(caller, 'NEVER', terms, eventId);
    return this.rule(caller.id, terms, (bench) => unmerge(bench, eventId, decision));
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
    const payloadHash = hashOf([kind, payload, reason, expiresAt]);
    return { id: this.requestId(caller, terms), kind, actor: caller.id, reason, expiresAt, payloadHash };
  }

  /** A key makes the same id again, so that a repetition finds what the first one did; keys are a caller's own. */
  private requestId(caller: Principal, { idempotencyKey }: Terms): string {
    return idempotencyKey === null ? this.newId() : `key-${hashOf([caller.id, idempotencyKey])}`;
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
