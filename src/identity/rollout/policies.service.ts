import { createHash } from 'node:crypto';
import type { Principal } from '../../auth/principal.js';
import type { Graph } from '../../graph/graph.js';
import type { WriteTx } from '../../graph/transaction.js';
import type { Clock } from '../../kernel/clock.js';
import type { NewId } from '../../kernel/ids.js';
import { refuse } from '../decisions/refused.js';
import { policyFingerprint, policyFrom, PolicyError } from '../policy/load-policy.js';
import { policyChanges, type PolicyChange } from '../policy/policy-changes.js';
import type { Policy } from '../policy/policy.types.js';
import { storedPolicy, type PolicyInForce } from '../policy-in-force.js';
import * as queries from '../policy.queries.js';
import type { PolicyRow } from '../policy.queries.js';
import { diffStretch, type DiffStretch } from './policy-diff.js';

/** What a policy comes with. */
export interface PolicyTerms {
  readonly reason: string;
  readonly dryRun: boolean;
  readonly idempotencyKey: string | null;
}

/** A policy that came into force, or would. */
export interface Applied {
  /** Null in a dry run. */
  readonly number: number | null;
  readonly changes: readonly PolicyChange[];
  readonly replayed: boolean;
}

interface Request {
  readonly requestId: string;
  readonly payloadHash: string;
}

/** The policies of a graph: which is in force, which were, what another one would do, and putting it in force. */
export class PoliciesService {
  constructor(
    private readonly graph: Graph,
    private readonly rules: PolicyInForce,
    private readonly tools: { readonly clock: Clock; readonly newId: NewId },
  ) {}

  /** The content of a policy file, read. Throws Refused when it cannot be used. */
  read(content: unknown): Policy {
    try {
      return policyFrom(content, 'it');
    } catch (error) {
      if (error instanceof PolicyError) return refuse('INVALID_POLICY', 'policy', error.message);
      throw error;
    }
  }

  /** Policies that were ever in force, the newest first. */
  async list(before: number, limit: number): Promise<PolicyRow[]> {
    await this.rules.agree();
    return this.graph.lookup(queries.listPolicies, { before, limit });
  }

  /** What a policy says otherwise than the one in force. */
  async changes(policy: Policy): Promise<PolicyChange[]> {
    const inForce = await this.rules.look();
    return policyChanges(inForce.policy, policy);
  }

  /** What a policy would do to a stretch of the customers. Throws a GraphError when the graph cannot. */
  diff(policy: Policy, stretch: { readonly after: string; readonly customers: number }): Promise<DiffStretch> {
    return diffStretch(this.graph, policy, stretch);
  }

  /**
   * Puts a policy in force, once for each idempotency key. From then on every write decides by it; customers that nobody
   * touches follow in a walk (RolloutService). Throws Refused, and a GraphError when the graph cannot.
   */
  async apply(caller: Principal, policy: Policy, terms: PolicyTerms): Promise<Applied> {
    await this.rules.look();
    const request = this.requestOf(caller, policy, terms);
    const answer = await this.graph.write('identity.beginPolicy', (tx) =>
      this.begin(tx, caller, policy, terms, request),
    );
    await this.rules.look();
    return answer;
  }

  private async begin(
    tx: WriteTx,
    caller: Principal,
    policy: Policy,
    { reason, dryRun }: PolicyTerms,
    { requestId, payloadHash }: Request,
  ): Promise<Applied> {
    const earlier = await tx.one(queries.findPolicyRequest, { requestId });
    if (earlier) {
      if (earlier.payloadHash !== payloadHash)
        refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey', 'was used before for something else; nothing was done');
      return { number: earlier.number, changes: [], replayed: true };
    }
    const row = await tx.one(queries.readPolicyInForce, {});
    const inForce = row ? await tx.one(queries.lockPolicy, { number: row.number }) : null;
    if (inForce?.status !== 'ACTIVE')
      refuse('POLICY_UNDER_WAY', null, 'another policy is still being applied; policyProgress says how far it came');
    const fingerprint = policyFingerprint(policy);
    const current = storedPolicy(inForce.body);
    await this.refuse(tx, current, policy, fingerprint, inForce.fingerprint);
    const changes = policyChanges(current, policy);
    if (dryRun) return { number: null, changes, replayed: false };
    const body = JSON.stringify(policy);
    const properties = { version: policy.version, body, actor: caller.id, reason, requestId, payloadHash };
    const at = this.tools.clock.now().getTime();
    const begun = await tx.one(queries.beginPolicy, { after: inForce.number, fingerprint, properties, at });
    return { number: begun?.number ?? null, changes, replayed: false };
  }

  private async refuse(
    tx: WriteTx,
    current: Policy,
    policy: Policy,
    fingerprint: string,
    inForce: string,
  ): Promise<void> {
    if (fingerprint === inForce) refuse('SAME_POLICY', 'policy', 'is in force already');
    const others = await tx.all(queries.findPolicyVersion, { version: policy.version });
    if (others.some((each) => each.fingerprint !== fingerprint))
      refuse('VERSION_TAKEN', 'policy.version', 'was in force before with other figures; choose another version');
    const reread = Object.keys(current.types).filter(
      (type) => policy.types[type] && policy.types[type].format !== current.types[type]?.format,
    );
    if (reread.length > 0)
      refuse(
        'OTHER_KEY_RULES',
        'policy.types',
        `would have ${reread.join(', ')} read by another format; load again instead`,
      );
  }

  /** A key makes the same id again; keys are a caller's own. */
  private requestOf(caller: Principal, policy: Policy, { reason, idempotencyKey }: PolicyTerms): Request {
    const hash = (value: unknown): string =>
      createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
    const requestId = idempotencyKey === null ? this.tools.newId() : `key-${hash([caller.id, idempotencyKey])}`;
    return { requestId, payloadHash: hash([policyFingerprint(policy), reason]) };
  }
}
