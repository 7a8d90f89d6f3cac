import type { Graph } from '../graph/graph.js';
import type { Clock } from '../kernel/clock.js';
import { LIMITS } from '../kernel/limits.js';
import { claimSettings } from './identity.queries.js';
import { DEFAULT_BREAKER } from './policy/default-policy.js';
import { policyFingerprint } from './policy/load-policy.js';
import { OtherRulesError } from './policy/other-rules.js';
import type { Policy } from './policy/policy.types.js';
import { createFirstPolicy, readPolicyInForce, type PolicyRow } from './policy.queries.js';
import { settingsOf } from './settings.js';

/** Another policy came into force while a transaction was at work: it is rolled back and begins again under that one. */
export class PolicyMoved extends Error {
  override readonly name = 'PolicyMoved';
}

/** The policy in force. */
export interface InForce {
  /** Of the policies that the graph ever had, from 1. */
  readonly number: number;
  readonly policy: Policy;
  /** Customers are still being brought along: what they carry may be the word of the policy before. */
  readonly isMoving: boolean;
}

/**
 * What this process knows of the policy in force, which is the graph's. It is read once and then believed: each
 * transaction that writes finds out at its end, under the lock of the counter, whether it still is.
 */
export class PolicyInForce {
  #known: Promise<InForce> | null = null;
  #last: InForce | null = null;
  /** A walk that ended is no news that a write would find out. */
  #lookAgainAt = 0;

  /** @param initial what an empty graph is started with */
  constructor(
    private readonly graph: Graph,
    readonly initial: Policy,
    private readonly clock: Clock,
  ) {}

  /** As far as this process knows; the initial one before it has asked. */
  get policy(): Policy {
    return this.#last?.policy ?? this.initial;
  }

  /**
   * The policy in force. Throws OtherRulesError when keys are made by other rules here than in the graph, or the graph does not
   * know its policy (an earlier version wrote it) and this process has another one; a GraphError when the graph cannot.
   */
  agree(): Promise<InForce> {
    if (this.#last?.isMoving && this.clock.now().getTime() > this.#lookAgainAt) this.forget();
    this.#known ??= this.read().catch((error: unknown) => {
      this.#known = null;
      throw error;
    });
    return this.#known;
  }

  /** The same, asked anew. */
  look(): Promise<InForce> {
    this.forget();
    return this.agree();
  }

  /** The same without a claim: null when nobody has written to the graph yet. */
  async peek(): Promise<InForce | null> {
    this.forget();
    const [row] = await this.graph.lookup(readPolicyInForce, {});
    return row ? this.believe(this.known(row)) : null;
  }

  /** What was known holds no more. */
  forget(): void {
    this.#known = null;
  }

  private async read(): Promise<InForce> {
    const [row] = await this.graph.lookup(readPolicyInForce, {});
    return this.believe(row ? this.known(row) : await this.claim());
  }

  private believe(inForce: InForce): InForce {
    this.#last = inForce;
    this.#known = Promise.resolve(inForce);
    this.#lookAgainAt = this.clock.now().getTime() + LIMITS.policyLookSeconds * 1_000;
    return inForce;
  }

  private known(row: PolicyRow & { keyRules: string }): InForce {
    this.refuseOther('key-rules', row.keyRules, this.initial.keyRules);
    return { number: row.number, policy: this.policyOf(row), isMoving: row.status === 'APPLYING' };
  }

  private policyOf({ fingerprint, body }: PolicyRow): Policy {
    const known = [this.#last?.policy ?? this.initial, this.initial];
    return known.find((each) => policyFingerprint(each) === fingerprint) ?? storedPolicy(body);
  }

  /** The first one to write decides what an empty graph is written under. */
  private claim(): Promise<InForce> {
    const own = settingsOf(this.initial);
    return this.graph.write('identity.rules', async (tx) => {
      const claimed = await tx.all(claimSettings, { rows: own });
      const row = await tx.one(readPolicyInForce, {});
      if (row) return this.known(row);
      for (const { id, value } of own) this.refuseOther(id, claimed.find((each) => each.id === id)?.value, value);
      const fingerprint = policyFingerprint(this.initial);
      const properties = { version: this.initial.version, fingerprint, body: JSON.stringify(this.initial) };
      await tx.run(createFirstPolicy, { properties, at: this.clock.now().getTime() });
      return { number: 1, policy: this.initial, isMoving: false };
    });
  }

  private refuseOther(id: string, stored: string | undefined, own: string): void {
    if (stored === own) return;
    throw new OtherRulesError(
      `the graph was written with ${id} "${String(stored)}", this process has "${own}": it will not write`,
    );
  }
}

/** A policy as the graph keeps it. It was checked when it came into force; the first ones were without a breaker. */
export function storedPolicy(body: string): Policy {
  const { breaker = DEFAULT_BREAKER, ...policy } = JSON.parse(body) as Omit<Policy, 'breaker'> & Partial<Policy>;
  return Object.freeze({ ...policy, types: Object.freeze(policy.types), breaker });
}
