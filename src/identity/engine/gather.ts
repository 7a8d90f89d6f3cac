import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { inTurns, mapping } from '../../kernel/turns.js';
import { recordsNamed, type Decision } from '../decisions/decision.types.js';
import type { Policy } from '../policy/policy.types.js';
import type { StoredRecord } from '../records/record.types.js';
import { compare } from '../resolution/link-units.js';
import { everJoins, type Cluster } from './clusters.js';
import type { CustomerState, EvidenceStore, IdentifierDelta, Standing } from './engine.types.js';
import { joins } from './link-rules.js';
import { UnionFind } from './union-find.js';

/** The evidence components that a change can reach, under the locks of all their customers. */
export interface Gathered {
  /** As stored, before the change; new records are not here. */
  readonly records: ReadonlyMap<RecordKey, StoredRecord>;
  readonly standings: ReadonlyMap<IdentifierKey, Standing>;
  readonly customers: ReadonlyMap<CustomerId, CustomerState>;
  /** Active ALWAYS and NEVER decisions that name something here, by id. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** A component is larger than a request may walk. */
export interface TooLarge {
  /** Records of the clusters that lead into it. */
  readonly records: ReadonlySet<RecordKey>;
}

/**
 * Walks breadth first from the clusters' records and identifiers, before and after the change, through every identifier
 * that may join (contested ones too, blocked and generic ones not) and every ALWAYS decision. Each round locks the customers that it meets, in
 * order, and reads their records under the lock; at the end it looks once more, until no new customer appears. Whom it
 * meets is added to `met`.
 */
export async function gather(
  store: EvidenceStore,
  clusters: readonly Cluster[],
  policy: Policy,
  met: Set<CustomerId> = new Set(),
): Promise<Gathered | TooLarge> {
  const walk = new Walk(store, policy, met);
  await walk.start(clusters);
  for (;;) {
    while (walk.isUnfinished()) {
      await walk.round();
      if (walk.largestComponent() > policy.componentMax) return { records: walk.entrances(clusters) };
    }
    if (!(await walk.lookAgain())) return walk;
  }
}

class Walk implements Gathered {
  readonly records = new Map<RecordKey, StoredRecord>();
  readonly standings = new Map<IdentifierKey, Standing>();
  readonly customers = new Map<CustomerId, CustomerState>();
  readonly seen = new Set<IdentifierKey>();
  readonly decisions = new Map<string, Decision>();
  frontier = new Set<IdentifierKey>();
  /** Records of ALWAYS decisions whose customers are still to be met. */
  #named = new Set<RecordKey>();
  /** Customers locked and read, also those that turned out to be gone. */
  readonly #met = new Set<CustomerId>();
  readonly #touched = new Map<IdentifierKey, IdentifierDelta>();
  readonly #components = new UnionFind();
  readonly #store: EvidenceStore;
  readonly #policy: Policy;

  constructor(
    store: EvidenceStore,
    policy: Policy,
    private readonly met: Set<CustomerId>,
  ) {
    this.#store = store;
    this.#policy = policy;
  }

  async start(clusters: readonly Cluster[]): Promise<void> {
    for (const each of clusters.flatMap((cluster) => cluster.identifiers)) {
      this.#touched.set(each.key, each);
      if (everJoins(each, this.#policy)) this.frontier.add(each.key);
    }
    for (const cluster of clusters) {
      for (const customer of cluster.customers) {
        this.customers.set(customer.id, customer);
        this.#met.add(customer.id);
      }
    }
    await this.read([...this.customers.keys()].sort(compare));
    await this.readDecisions(
      clusters.flatMap((cluster) => cluster.deltas.flatMap((delta) => delta.before ?? [])),
      new Map(
        clusters.flatMap((cluster) =>
          cluster.identifiers.flatMap((each) => (each.before ? [[each.key, each.before]] : [])),
        ),
      ),
    );
  }

  isUnfinished(): boolean {
    return this.frontier.size > 0 || this.#named.size > 0;
  }

  async round(): Promise<void> {
    const identifiers = [...this.frontier].sort(compare);
    const records = [...this.#named].sort(compare);
    for (const each of identifiers) this.seen.add(each);
    this.frontier = new Set();
    this.#named = new Set();
    await this.meet(await this.whoHas(identifiers, records));
  }

  /** Another writer may have split a component through a customer of its own while locks were taken. */
  async lookAgain(): Promise<boolean> {
    const always = [...this.decisions.values()].filter((each) => each.kind === 'ALWAYS').flatMap(recordsNamed);
    return this.meet(await this.whoHas([...this.seen].sort(compare), [...new Set(always)].sort(compare)));
  }

  private async whoHas(identifiers: readonly IdentifierKey[], records: readonly RecordKey[]): Promise<CustomerId[]> {
    const [holders, owners] = await Promise.all([
      identifiers.length > 0 ? this.#store.holders(identifiers) : [],
      records.length > 0 ? this.#store.owners(records) : [],
    ]);
    return [...holders, ...owners];
  }

  private async meet(holders: readonly CustomerId[]): Promise<boolean> {
    const strangers = [...new Set(holders)].filter((id) => !this.#met.has(id)).sort(compare);
    if (strangers.length === 0) return false;
    for (const each of strangers) this.met.add(each);
    const { customers } = await this.#store.lockCustomers(strangers, [], []);
    // One without records was merged away while its lock was waited for: it takes no part.
    for (const customer of customers.filter((each) => each.size > 0)) this.customers.set(customer.id, customer);
    for (const customer of strangers) this.#met.add(customer);
    await this.read(strangers);
    return true;
  }

  private async read(customers: readonly CustomerId[]): Promise<void> {
    if (customers.length === 0) return;
    const { records, standings } = await this.#store.surroundings(customers);
    await inTurns(mapping(records, (record) => this.take(record, standings)));
    await this.readDecisions(records, standings);
  }

  private async readDecisions(
    records: readonly StoredRecord[],
    standings: ReadonlyMap<IdentifierKey, Pick<Standing, 'named'>>,
  ): Promise<void> {
    const keys = records.filter((record) => record.named).map((record) => record.key);
    const identifiers = [...standings].filter(([, each]) => each.named).map(([key]) => key);
    if (keys.length === 0 && identifiers.length === 0) return;
    const found = await this.#store.decisionsOn(keys.sort(compare), identifiers.sort(compare));
    for (const decision of found.filter((each) => !this.decisions.has(each.id))) {
      this.decisions.set(decision.id, decision);
      if (decision.kind === 'ALWAYS') this.follow(recordsNamed(decision));
    }
  }

  private follow(records: readonly RecordKey[]): void {
    for (const key of records) {
      this.#components.add(`r${key}`);
      this.#components.union(`r${records[0] ?? key}`, `r${key}`);
      if (!this.records.has(key)) this.#named.add(key);
    }
  }

  private take(record: StoredRecord, standings: ReadonlyMap<IdentifierKey, Standing>): void {
    this.records.set(record.key, record);
    this.#components.add(`r${record.key}`);
    // A record that was set aside stays in its customer, though nothing may link it to the others any more.
    if (record.customerId) this.#components.union(`r${record.key}`, `c${record.customerId}`);
    for (const { identifier, type, status } of record.attachments) {
      // What is only withheld here is walked to by nobody, so nothing may be concluded about it.
      if (status !== 'ACTIVE') continue;
      const standing = standings.get(identifier);
      if (standing) this.standings.set(identifier, standing);
      if (!this.mayJoin(identifier, type)) continue;
      this.#components.union(`r${record.key}`, `i${identifier}`);
      if (!this.seen.has(identifier)) this.frontier.add(identifier);
    }
  }

  private mayJoin(identifier: IdentifierKey, type: string): boolean {
    const touched = this.#touched.get(identifier);
    if (touched) return everJoins(touched, this.#policy);
    return joins(this.#policy, type, this.standings.get(identifier)?.status ?? 'LINKABLE');
  }

  largestComponent(): number {
    return Math.max(0, ...this.componentSizes().values());
  }

  /** Records gathered per component, by its representative. */
  private componentSizes(): Map<string, number> {
    const sizes = new Map<string, number>();
    for (const key of this.records.keys()) {
      const root = this.#components.find(`r${key}`);
      sizes.set(root, (sizes.get(root) ?? 0) + 1);
    }
    return sizes;
  }

  /** Records of the batch whose clusters touch a component that is too large. */
  entrances(clusters: readonly Cluster[]): Set<RecordKey> {
    const sizes = this.componentSizes();
    const rootOf = (node: string): string => this.#components.find(node);
    const tooLarge = (node: string): boolean => (sizes.get(rootOf(node)) ?? 0) > this.#policy.componentMax;
    const led = clusters.filter(
      (cluster) =>
        cluster.identifiers.some((each) => tooLarge(`i${each.key}`)) ||
        cluster.customers.some((each) => tooLarge(`c${each.id}`)) ||
        cluster.deltas.some((delta) => tooLarge(`r${delta.after.key}`)),
    );
    return new Set(
      (led.length > 0 ? led : clusters).flatMap((cluster) => cluster.deltas.map((delta) => delta.after.key)),
    );
  }
}
