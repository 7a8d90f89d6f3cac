import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Flow } from '../breaker/breaker.types.js';
import type { Decision } from '../decisions/decision.types.js';
import type { Policy } from '../policy/policy.types.js';
import type { StoredRecord } from '../records/record.types.js';
import type {
  CustomerState,
  EvidenceStore,
  FormerCustomer,
  HeldTimes,
  IdentifierDelta,
  IdentifierLock,
  IdentifierMark,
  IdentifierStatus,
  Past,
  Reach,
  StoredIdentifier,
  Surroundings,
  WritePlan,
} from './engine.types.js';
import { NO_DECISIONS } from '../decisions/decisions-after.js';
import { reviewsOf } from '../reviews/reviews-of.js';
import { statusOf, timesOf, withTimes } from './identifier-status.js';
import { joins, typeAndNamespace } from './link-rules.js';
import { NO_CHANGE } from './plans.js';

/**
 * A store whose identifiers stand as a policy says, whatever was written under another one: GENERIC and LINKABLE follow
 * from how many records hold them now. What turns out to be written otherwise is put right with the next write.
 */
export class RestatingStore implements EvidenceStore {
  /** Identifiers that are written otherwise than they stand. */
  readonly stale = new Map<IdentifierKey, { readonly stored: IdentifierStatus; readonly status: IdentifierStatus }>();
  /** Identifiers that are marked contested and join nobody. */
  readonly #quiet = new Set<IdentifierKey>();

  constructor(
    private readonly store: EvidenceStore,
    private readonly policy: Policy,
  ) {}

  lockRecords(keys: readonly RecordKey[]): Promise<StoredRecord[]> {
    return this.store.lockRecords(keys);
  }

  async lockIdentifiers(identifiers: readonly IdentifierLock[]): Promise<StoredIdentifier[]> {
    const found = await withTimes(this.store, await this.store.lockIdentifiers(identifiers), {
      policy: this.policy,
      divided: new Set(),
      growth: new Map(),
    });
    return found.map((each) => ({ ...each, status: this.restated(each.key, each, each.attachments, each.times) }));
  }

  lockCustomers(
    ids: readonly CustomerId[],
    records: readonly RecordKey[],
    identifiers: readonly IdentifierKey[],
  ): Promise<{ readonly customers: CustomerState[]; readonly reach: Reach }> {
    return this.store.lockCustomers(ids, records, identifiers);
  }

  async surroundings(customers: readonly CustomerId[]): Promise<Surroundings> {
    const { records, standings } = await this.store.surroundings(customers);
    const counts = await this.store.countAttachments([...standings.keys()]);
    const times = await timesOf(this.store, standings, counts, this.policy);
    const restated = [...standings].map(([key, standing]) => {
      const status = this.restated(key, standing, counts.get(key) ?? 0, times.get(key));
      return [key, { ...standing, status }] as const;
    });
    return { records, standings: new Map(restated) };
  }

  holders(identifiers: readonly IdentifierKey[]): Promise<CustomerId[]> {
    return this.store.holders(identifiers);
  }

  owners(records: readonly RecordKey[]): Promise<CustomerId[]> {
    return this.store.owners(records);
  }

  decisionsOn(records: readonly RecordKey[], identifiers: readonly IdentifierKey[]): Promise<Decision[]> {
    return this.store.decisionsOn(records, identifiers);
  }

  countAttachments(identifiers: readonly IdentifierKey[]): Promise<ReadonlyMap<IdentifierKey, number>> {
    return this.store.countAttachments(identifiers);
  }

  heldTimes(identifiers: readonly IdentifierKey[]): Promise<ReadonlyMap<IdentifierKey, readonly HeldTimes[]>> {
    return this.store.heldTimes(identifiers);
  }

  past(customers: readonly CustomerId[], returning: readonly RecordKey[]): Promise<Past> {
    return this.store.past(customers, returning);
  }

  flows(keys: readonly string[]): Promise<readonly Flow[]> {
    return this.store.flows(keys);
  }

  emptiedBy(records: readonly RecordKey[]): Promise<FormerCustomer[]> {
    return this.store.emptiedBy(records);
  }

  write(plan: WritePlan): Promise<void> {
    const planned = new Set(plan.identifiers.map((each) => each.key));
    const others = [...this.stale].filter(([key]) => !planned.has(key));
    const identifiers = [
      ...plan.identifiers.map((each) => this.asStored(each)),
      ...others.map(([key, { stored, status }]) => correction(key, stored, status)),
    ];
    const quieted = this.quieted(identifiers, plan.membership.marks);
    const membership = { ...plan.membership, marks: [...plan.membership.marks, ...quieted] };
    const told = plan.reviews.filter((each) => each.kind !== 'GENERIC');
    const reviews = [...told, ...reviewsOf({ ...NO_CHANGE, marks: quieted }, identifiers, NO_DECISIONS)];
    return this.store.write({ ...plan, identifiers, membership, reviews });
  }

  private restated(
    key: IdentifierKey,
    standing: Pick<StoredIdentifier, 'status' | 'contestReasons' | 'divided' | 'cuts'>,
    attachments: number,
    times: readonly HeldTimes[] = [],
  ): IdentifierStatus {
    const { status: stored, contestReasons } = standing;
    if (stored === 'BLOCKED') return stored;
    const { type } = typeAndNamespace(key);
    const status = statusOf({ ...standing, key, attachments, times: () => times }, this.policy);
    if (status !== stored) this.stale.set(key, { stored, status });
    if (contestReasons.length > 0 && !joins(this.policy, type, status)) this.#quiet.add(key);
    return status;
  }

  /** What joins nobody is contested by nobody; the walk to whom it joined does not see it any more. */
  private quieted(identifiers: readonly IdentifierDelta[], marked: readonly IdentifierMark[]): IdentifierMark[] {
    const told = new Set(marked.map((each) => each.key));
    const after = new Map(identifiers.map((each) => [each.key, each.status]));
    return [...this.#quiet].flatMap((key) => {
      const status = after.get(key) ?? 'LINKABLE';
      if (told.has(key) || (after.has(key) && joins(this.policy, typeAndNamespace(key).type, status))) return [];
      return [{ key, status, contested: false, contestReasons: [] }];
    });
  }

  /** The writer compares with what is stored. */
  private asStored(delta: IdentifierDelta): IdentifierDelta {
    const stored = this.stale.get(delta.key)?.stored;
    return delta.before && stored ? { ...delta, before: { ...delta.before, status: stored } } : delta;
  }
}

/** `divided` and the cuts are left as they are stored: the writer looks at what changes. */
function correction(key: IdentifierKey, stored: IdentifierStatus, status: IdentifierStatus): IdentifierDelta {
  const nobody = { contestReasons: [], attachments: 0, customerId: null, named: false, blocks: [] };
  const before = { key, status: stored, ...nobody, reason: null, divided: false, cuts: [] };
  return { key, ...typeAndNamespace(key), display: '', before, status, reason: null, divided: false, cuts: [] };
}
