import type { Graph } from '../../graph/graph.js';
import type { WriteTx } from '../../graph/transaction.js';
import type { Clock } from '../../kernel/clock.js';
import type { CustomerId, NewId } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import type { Context } from '../engine/decide.js';
import { resolveAnew, setAside } from '../engine/resolve-anew.js';
import { GraphStore } from '../graph-store.js';
import { pageCustomers } from '../identity.queries.js';
import type { InForce, PolicyInForce } from '../policy-in-force.js';
import { advancePolicy, countCustomers, finishPolicy, lockPolicy, readPolicyInForce } from '../policy.queries.js';
import type { PolicyRow } from '../policy.queries.js';
import { readOnlyStore } from '../read-only-store.js';
import { fatesOf, tallyOf } from './fates.js';
import { NOTHING, sum, type Tally } from './rollout.types.js';
import { survey } from './survey.js';

/** How one step of the walk ended. */
export type Step =
  /** Some customers were brought along. */
  | 'ADVANCED'
  /** Another process walks, too: it came first. */
  | 'OVERTAKEN'
  /** There is nothing to walk for. */
  | 'IDLE';

/** How far the policy in force has come. */
export interface RolloutProgress {
  readonly policy: PolicyRow;
  /** Live customers that the walk has still to look at. */
  readonly left: number;
}

/** Another walker came first. */
class Overtaken extends Error {}

/** A walk of a policy, and how far it has come. */
interface Walk {
  readonly inForce: InForce;
  readonly actor: string;
  readonly cursor: string;
}

/**
 * Brings every customer to what a new policy says, page by page in the order of ids. Pages where nothing would change are
 * only looked at; the rest is resolved anew under locks, and how far the walk came is written in the same transaction. So it
 * may be killed anywhere and goes on from there, and several processes may walk at once.
 */
export class RolloutService {
  /** Customers of components too large to walk that this process has set aside. */
  readonly #aside = new Map<number, Set<CustomerId>>();

  constructor(
    private readonly graph: Graph,
    private readonly rules: PolicyInForce,
    private readonly tools: { readonly clock: Clock; readonly newId: NewId },
  ) {}

  /** The policy in force and how far it has come. Throws like `PolicyInForce.agree`. */
  async progress(): Promise<RolloutProgress> {
    await this.rules.agree();
    const [policy] = await this.graph.lookup(readPolicyInForce, {});
    if (!policy) throw new Error('the graph has no policy');
    if (policy.cursor === null) return { policy, left: 0 };
    const [row] = await this.graph.lookup(countCustomers, { after: policy.cursor });
    return { policy, left: row?.customers ?? 0 };
  }

  /** One page further. Throws a GraphError when the graph cannot. */
  async step(): Promise<Step> {
    const inForce = await this.rules.peek();
    const [row] = inForce?.isMoving ? await this.graph.lookup(readPolicyInForce, {}) : [];
    if (!inForce || row?.number !== inForce.number || row.cursor === null) return 'IDLE';
    const { cursor } = row;
    const page = await this.graph.lookup(pageCustomers, { after: cursor, limit: LIMITS.customersPerLook });
    const walk: Walk = { inForce, actor: row.actor ?? 'huella', cursor };
    try {
      await this.take(
        walk,
        page.map(({ id }) => id),
      );
    } catch (error) {
      if (error instanceof Overtaken) return 'OVERTAKEN';
      throw error;
    }
    return 'ADVANCED';
  }

  private async take(walk: Walk, page: readonly CustomerId[]): Promise<void> {
    const last = page.at(-1);
    if (last === undefined) return this.finish(walk);
    const aside = this.asideOf(walk);
    const ids = page.filter((id) => !aside.has(id));
    const { policy } = walk.inForce;
    const seen = await this.graph.read('identity.surveyPolicy', (tx) => survey(readOnlyStore(tx), ids, policy));
    for (const id of seen.tooLarge) await this.settle(walk, [id], { cursor: walk.cursor, looked: 0 });
    await this.settle(walk, seen.affected, { cursor: last, looked: page.length });
  }

  /** Resolves customers anew and moves the cursor, in one transaction. A component too large to walk is set aside first. */
  private async settle(
    walk: Walk,
    ids: readonly CustomerId[],
    { cursor, looked }: { readonly cursor: string; readonly looked: number },
  ): Promise<void> {
    const met = new Set<CustomerId>();
    const isDone = await this.inTransaction(walk, async (tx) => {
      const context = this.context(walk, met);
      const store = new GraphStore(tx, context.now, false, walk.inForce.number);
      const anew = ids.length > 0 ? await resolveAnew(store, ids, context) : 'nobody';
      if (anew === null && ids.length > 1) return false;
      let tally: Tally = { ...NOTHING, looked };
      if (anew === null) {
        await setAside(store, [...met], context);
        tally = sum(tally, { ...NOTHING, setAside: met.size });
      } else if (anew !== 'nobody') tally = sum(tally, { ...NOTHING, ...tallyOf(fatesOf(anew)) });
      await tx.run(advancePolicy, { number: walk.inForce.number, cursor, tally });
      if (anew === null) for (const id of met) this.asideOf(walk).add(id);
      return true;
    });
    if (isDone) return;
    const aside = this.asideOf(walk);
    for (const id of ids) if (!aside.has(id)) await this.settle(walk, [id], { cursor: walk.cursor, looked: 0 });
    await this.settle(walk, [], { cursor, looked });
  }

  private async finish(walk: Walk): Promise<void> {
    const { number } = walk.inForce;
    await this.inTransaction(walk, (tx) => tx.run(finishPolicy, { number, at: this.tools.clock.now().getTime() }));
    this.#aside.delete(number);
    this.rules.forget();
  }

  /** Throws Overtaken when the walk is no longer where it was seen. */
  private inTransaction<Result>(walk: Walk, work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    return this.graph.write('identity.applyPolicy', async (tx) => {
      const row = await tx.one(lockPolicy, { number: walk.inForce.number });
      if (row?.status !== 'APPLYING' || row.cursor !== walk.cursor) throw new Overtaken();
      return work(tx);
    });
  }

  private asideOf({ inForce: { number } }: Walk): Set<CustomerId> {
    const known = this.#aside.get(number) ?? new Set();
    this.#aside.set(number, known);
    return known;
  }

  private context({ inForce: { policy }, actor }: Walk, met: Set<CustomerId>): Context {
    const { clock, newId } = this.tools;
    return { policy, newId, actor, met, isMoving: true, now: clock.now().getTime() };
  }
}
