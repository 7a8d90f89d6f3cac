import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import type { Decision } from '../decisions/decision.types.js';
import type { Policy } from '../policy/policy.types.js';
import type { StoredRecord } from '../records/record.types.js';
import type {
  CustomerState,
  EvidenceStore,
  FormerCustomer,
  IdentifierDelta,
  IdentifierLock,
  IdentifierStatus,
  Past,
  Reach,
  StoredIdentifier,
  Surroundings,
  WritePlan,
} from './engine.types.js';
import { typeAndNamespace } from './link-rules.js';

/**
 * A store whose identifiers stand as a policy says, whatever was written under another one: GENERIC and LINKABLE follow
 * from how many records hold them now. What turns out to be written otherwise is put right with the next write.
 */
export class RestatingStore implements EvidenceStore {
  /** Identifiers that are written otherwise than they stand. */
  readonly stale = new Map<IdentifierKey, { readonly stored: IdentifierStatus; readonly status: IdentifierStatus }>();

  constructor(
    private readonly store: EvidenceStore,
    private readonly policy: Policy,
  ) {}

  lockRecords(keys: readonly RecordKey[]): Promise<StoredRecord[]> {
    return this.store.lockRecords(keys);
  }

  async lockIdentifiers(identifiers: readonly IdentifierLock[]): Promise<StoredIdentifier[]> {
    const found = await this.store.lockIdentifiers(identifiers);
    return found.map((each) => ({ ...each, status: this.restated(each.key, each.status, each.attachments) }));
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
    const restated = [...standings].map(([key, standing]) => {
      return [key, { ...standing, status: this.restated(key, standing.status, counts.get(key) ?? 0) }] as const;
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

  past(customers: readonly CustomerId[]): Promise<Past> {
    return this.store.past(customers);
  }

  emptiedBy(records: readonly RecordKey[]): Promise<FormerCustomer[]> {
    return this.store.emptiedBy(records);
  }

  write(plan: WritePlan): Promise<void> {
    const told = new Set(plan.identifiers.map((each) => each.key));
    const others = [...this.stale].filter(([key]) => !told.has(key));
    const identifiers = [
      ...plan.identifiers.map((each) => this.asStored(each)),
      ...others.map(([key, { stored, status }]) => correction(key, stored, status)),
    ];
    return this.store.write({ ...plan, identifiers });
  }

  private restated(key: IdentifierKey, stored: IdentifierStatus, attachments: number): IdentifierStatus {
    if (stored === 'BLOCKED') return stored;
    const { type } = typeAndNamespace(key);
    const status = attachments > (this.policy.types[type]?.maxRecords ?? 0) ? 'GENERIC' : 'LINKABLE';
    if (status !== stored) this.stale.set(key, { stored, status });
    return status;
  }

  /** The writer compares with what is stored. */
  private asStored(delta: IdentifierDelta): IdentifierDelta {
    const stored = this.stale.get(delta.key)?.stored;
    return delta.before && stored ? { ...delta, before: { ...delta.before, status: stored } } : delta;
  }
}

function correction(key: IdentifierKey, stored: IdentifierStatus, status: IdentifierStatus): IdentifierDelta {
  const before = { key, status: stored, contested: false, attachments: 0, customerId: null, named: false, reason: null };
  return { key, ...typeAndNamespace(key), display: '', before, status, reason: null };
}
