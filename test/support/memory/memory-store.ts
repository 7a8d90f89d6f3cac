import type {
  CustomerState,
  EvidenceStore,
  HeldTimes,
  IdentifierLock,
  Past,
  Reach,
  StoredIdentifier,
  Surroundings,
  WritePlan,
} from '../../../src/identity/engine/engine.types.js';
import type { StoredRecord } from '../../../src/identity/records/record.types.js';
import type { FormerCustomer } from '../../../src/identity/resolution/assign-ids.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';
import type { Flow } from '../../../src/identity/breaker/breaker.types.js';
import type { Decision } from '../../../src/identity/decisions/decision.types.js';
import { copyOf, customerOf, emptyGraph, holdersOf, type MemoryGraph } from './memory-graph.js';
import * as reads from './memory-reads.js';
import { writePlan } from './memory-writes.js';

/**
 * The evidence store of one writer, in memory: every method means what its Cypher statement means. Locks are left out,
 * for nobody else writes.
 */
export class MemoryStore implements EvidenceStore {
  /** Plans that were written, in order. */
  readonly written: WritePlan[] = [];
  /** How often the surroundings of customers were read: only the slow path does. */
  walks = 0;
  #asked = 0;

  constructor(readonly graph: MemoryGraph = emptyGraph()) {}

  /** Another store that starts where this one stands. */
  copy(): MemoryStore {
    return new MemoryStore(copyOf(this.graph));
  }

  lockRecords(keys: readonly RecordKey[]): Promise<StoredRecord[]> {
    return Promise.resolve(keys.flatMap((key) => reads.readRecord(this.graph, key)));
  }

  lockIdentifiers(identifiers: readonly IdentifierLock[]): Promise<StoredIdentifier[]> {
    return Promise.resolve(identifiers.flatMap(({ key }) => reads.readIdentifier(this.graph, key, this.#pick)));
  }

  lockCustomers(
    ids: readonly CustomerId[],
    records: readonly RecordKey[],
    identifiers: readonly IdentifierKey[],
  ): Promise<{ customers: CustomerState[]; reach: Reach }> {
    const reach = reads.readReach(this.graph, records, identifiers, this.#pick);
    return Promise.resolve({ customers: reads.readCustomers(this.graph, ids), reach });
  }

  surroundings(customers: readonly CustomerId[]): Promise<Surroundings> {
    this.walks += 1;
    return Promise.resolve(reads.readSurroundings(this.graph, customers));
  }

  holders(identifiers: readonly IdentifierKey[]): Promise<CustomerId[]> {
    this.walks += 1;
    return Promise.resolve(reads.customersHolding(this.graph, identifiers));
  }

  owners(records: readonly RecordKey[]): Promise<CustomerId[]> {
    return Promise.resolve([...new Set(records.flatMap((key) => customerOf(this.graph, key) ?? []))]);
  }

  decisionsOn(records: readonly RecordKey[], identifiers: readonly IdentifierKey[]): Promise<Decision[]> {
    return Promise.resolve(reads.readDecisions(this.graph, records, identifiers));
  }

  past(customers: readonly CustomerId[], returning: readonly RecordKey[]): Promise<Past> {
    return Promise.resolve(reads.readPast(this.graph, customers, returning));
  }

  countAttachments(identifiers: readonly IdentifierKey[]): Promise<Map<IdentifierKey, number>> {
    return Promise.resolve(new Map(identifiers.map((key) => [key, holdersOf(this.graph, key).length])));
  }

  heldTimes(identifiers: readonly IdentifierKey[]): Promise<Map<IdentifierKey, HeldTimes[]>> {
    return Promise.resolve(new Map(identifiers.map((key) => [key, reads.readTimes(this.graph, key)])));
  }

  emptiedBy(records: readonly RecordKey[]): Promise<FormerCustomer[]> {
    return Promise.resolve(reads.readEmptiedBy(this.graph, records));
  }

  flows(keys: readonly string[]): Promise<Flow[]> {
    return Promise.resolve(keys.flatMap((key) => this.graph.flows.get(key) ?? []));
  }

  write(plan: WritePlan): Promise<void> {
    this.written.push(plan);
    writePlan(this.graph, plan);
    return Promise.resolve();
  }

  /** Any of the customers, another one each time, and the same ones when the run is repeated. */
  readonly #pick: reads.Pick = (ids) => {
    this.#asked += 1;
    return ids[(this.#asked * 7) % ids.length] ?? null;
  };
}
