import type { Principal } from '../../auth/principal.js';
import type { Graph } from '../../graph/graph.js';
import { connectionOf, pageSize, placeOf, type Connection } from '../../graphql/paging.js';
import type { NewId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import { hashOf, requestId, type DecisionAnswer, type Terms } from '../decisions/decisions.service.js';
import { refuse, Refused } from '../decisions/refused.js';
import { toldBy, type Taken } from '../decisions/take-decision.js';
import { effectOf } from '../engine/effect.js';
import { takeNumber } from '../identity.queries.js';
import type { Bench, IdentityService } from '../identity.service.js';
import { compare } from '../resolution/link-units.js';
import { writeReviews } from '../reviews/review-writer.js';
import type { HoldStatus, Lane, NewHold } from './breaker.types.js';
import * as queries from './hold.queries.js';
import { writeHolds } from './hold-writer.js';
import { flowPrefix } from './window.js';

/** What a steward does about a hold. */
export type HoldChoice = 'RELEASE' | 'REJECT';

/** Sources, and jobs of them, that are held: seen, held by hand, released and rejected. */
export class HoldsService {
  constructor(
    private readonly graph: Graph,
    private readonly identity: IdentityService,
    private readonly newId: NewId,
  ) {}

  /** Holds belong to no brand: a scope sees everything or nothing. */
  async find({ scope }: Principal, id: string): Promise<queries.HoldRow | null> {
    const [row] = scope.all ? await this.graph.lookup(queries.readHolds, { ids: [id] }) : [];
    return row ?? null;
  }

  /** Holds of a status, by id. */
  async list(
    { scope }: Principal,
    status: HoldStatus,
    page: { readonly first: number; readonly after?: string | null },
  ): Promise<Connection<queries.HoldRow>> {
    const size = pageSize(page.first);
    const [after = ''] = placeOf(page.after, 1);
    const found = scope.all ? await this.graph.lookup(queries.listHolds, { status, after, limit: size + 1 }) : [];
    const ids = found.map((each) => each.id);
    const rows = ids.length > 0 ? await this.graph.lookup(queries.readHolds, { ids }) : [];
    return connectionOf(
      rows,
      size,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** Holds a source, or one job of it, by hand: what it adds from now on is stopped. The answer names the hold. */
  hold(caller: Principal, lane: Lane, terms: Terms): Promise<DecisionAnswer> {
    const id = requestId(caller, terms, this.newId);
    const payloadHash = hashOf(['HOLD', lane.source, lane.job, terms.reason]);
    return this.rule(caller, terms.dryRun, async ({ tx, context }) => {
      const earlier = await tx.one(queries.readHolds, { ids: [id] });
      if (earlier) return repetition(id, earlier.payloadHash, payloadHash);
      await tx.run(queries.lockHolds, {});
      if (await tx.one(queries.holdOfLane, lane))
        refuse('ALREADY_HELD', lane.job === null ? 'source' : 'job', 'is held already');
      await tx.run(takeNumber, { flows: [] });
      const nothing = { windowMinutes: context.policy.breaker?.windowMinutes ?? 0, records: 0, merges: 0 };
      const hold: NewHold = { ...lane, ...nothing, id, cause: 'STEWARD', largest: null };
      await writeHolds(tx, [hold], context.now, { actor: caller.id, reason: terms.reason, payloadHash });
      await writeReviews(tx, [{ kind: 'SOURCE_HELD', about: id, reasons: ['STEWARD'], open: true }], context.now);
      return { decisionId: id, changes: [], effect: null, replayed: false };
    });
  }

  /**
   * Releases or rejects what a hold stopped. The hold ends at once, and what waits follows in steps. With `dryRun`: what a
   * release would do, tried with the first `LIMITS.recordsPerReleaseTrial` of the records.
   */
  decide(caller: Principal, id: string, choice: HoldChoice, terms: Terms): Promise<DecisionAnswer> {
    const by = requestId(caller, terms, this.newId);
    const hash = hashOf([choice, id, terms.reason]);
    return this.rule(caller, terms.dryRun, async (bench) => {
      await bench.tx.run(queries.lockHold, { id });
      const hold = await bench.tx.one(queries.readHolds, { ids: [id] });
      if (!hold) return refuse('UNKNOWN_HOLD', 'holdId', 'there is no such hold');
      if (hold.decidedRequest === by) return repetition(id, hold.decidedHash, hash);
      if (hold.status !== 'OPEN') refuse('HOLD_OVER', 'holdId', 'was released or rejected before');
      await terms.prelude?.(bench);
      if (terms.dryRun) return this.tried(bench, id, choice);
      await this.begin(bench, hold, choice, { decidedBy: caller.id, decidedReason: terms.reason, by, hash });
      if (!terms.prelude)
        await writeReviews(bench.tx, [{ kind: 'SOURCE_HELD', about: id, reasons: [], open: false }], bench.context.now);
      return { decisionId: id, changes: [], effect: null, replayed: false };
    });
  }

  private async begin(
    { tx, context }: Bench,
    { id, source, job }: queries.HoldRow,
    choice: HoldChoice,
    { by, hash, ...said }: { decidedBy: string; decidedReason: string; by: string; hash: string },
  ): Promise<void> {
    const status: HoldStatus = choice === 'RELEASE' ? 'RELEASING' : 'REJECTING';
    const passMilliseconds = (context.policy.breaker?.passHours ?? 0) * 3_600_000;
    const passUntil = choice === 'RELEASE' ? context.now + passMilliseconds : null;
    const properties = { ...said, status, decidedRequest: by, decidedHash: hash };
    await tx.run(queries.decideHold, { id, properties, passUntil, version: this.newId(), at: context.now });
    await tx.run(queries.forgetFlows, { prefix: flowPrefix({ source, job }) });
  }

  /** What some of the records would do; the transaction is rolled back. A rejection changes nobody. */
  private async tried(bench: Bench, id: string, choice: HoldChoice): Promise<Taken> {
    const nothing = { decisionId: id, changes: [], effect: null, replayed: false };
    if (choice === 'REJECT') return nothing;
    const rows = await bench.tx.all(queries.heldRecords, { id, limit: LIMITS.recordsPerReleaseTrial });
    const records = rows.map((row) => row.key).sort(compare);
    const brought = await bench.bring({ begin: [], end: [], free: { hold: id, records } });
    return { ...nothing, changes: toldBy(brought), effect: effectOf(brought) };
  }

  private async rule(
    caller: Principal,
    dryRun: boolean,
    work: (bench: Bench) => Promise<Taken>,
  ): Promise<DecisionAnswer> {
    try {
      const taken = await this.identity.rule(caller.id, work, dryRun);
      this.identity.holds.forget();
      return { kind: 'done', taken };
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal };
      throw error;
    }
  }
}

function repetition(id: string, stored: string | null, payloadHash: string): Taken {
  if (stored !== payloadHash)
    refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey', 'was used before for something else; nothing was done');
  return { decisionId: id, changes: [], effect: null, replayed: true };
}
