import type { BrandScope } from '../auth/principal.js';
import type { Graph } from '../graph/graph.js';
import type { IdentifierKey, RecordKey } from '../kernel/ids.js';
import { LIMITS } from '../kernel/limits.js';
import { seenBy, viewed } from './brand-view.js';
import * as queries from './customers.queries.js';
import type {
  CustomerIdentifierRow,
  CustomerRow,
  DrawingRow,
  FoundRow,
  HeldRow,
  PresenceRow,
  Seen,
  SourceRecordRow,
} from './customers.queries.js';
import { SharedQuestion } from '../graph/shared-question.js';

/** Where a page of a customer's records starts: after a record key. */
export interface RecordsAfter {
  readonly id: string;
  readonly after: string;
}

/** Where a page of a customer's identifiers starts: after a type and the node of an identifier. */
export interface IdentifiersAfter {
  readonly id: string;
  readonly afterType: string;
  readonly afterNode: string;
}

/**
 * Reads customers and their records. Each method takes the caller's scope, so that no statement can forget it: somebody
 * who sees some brands only sees the records of their sources, and of a customer what these make of it.
 */
export class CustomersRepository {
  readonly #records: SharedQuestion<RecordsAfter & { seen: Seen }, (SourceRecordRow & { index: number })[]>;
  readonly #identifiers: SharedQuestion<
    IdentifiersAfter & { seen: Seen },
    (CustomerIdentifierRow & { index: number })[]
  >;
  readonly #presence: SharedQuestion<{ id: string; seen: Seen }, PresenceRow[]>;

  constructor(private readonly graph: Graph) {
    this.#records = new SharedQuestion(async (limit, rows) => {
      return perCustomer(rows, await graph.lookup(queries.pageRecords, numbered(rows, limit)));
    }, LIMITS.pageSizeMax);
    this.#identifiers = new SharedQuestion(async (limit, rows) => {
      return perCustomer(rows, await graph.lookup(queries.pageIdentifiers, numbered(rows, limit)));
    }, LIMITS.pageSizeMax);
    this.#presence = new SharedQuestion(async (_, rows) => {
      const indexed = rows.map((row, index) => ({ ...row, index }));
      return perCustomer(rows, await graph.lookup(queries.presenceOf, { rows: indexed }));
    }, LIMITS.pageSizeMax);
  }

  /** Whatever has the id, live or not; null when it was never issued, and when nothing of it is seen. */
  async find(scope: BrandScope, id: string): Promise<FoundRow | null> {
    const [found] = await this.graph.lookup(queries.findById, { id });
    if (!found || scope.all) return found ?? null;
    const [own] = found.status === 'LIVE' ? await this.seen(scope, [found.own]) : [];
    const successors = await this.seen(scope, found.successors);
    if (own) return { ...found, own, successors };
    return successors.length > 0 ? { ...found, successors } : null;
  }

  async findByRecord(scope: BrandScope, key: RecordKey): Promise<CustomerRow | null> {
    const [found] = await this.graph.lookup(queries.findByRecord, { key, seen: seenBy(scope) });
    const [customer] = found ? await this.seen(scope, [found.customer]) : [];
    return customer ?? null;
  }

  /** The customers that have these ids; those that do not exist, or are not seen, are left out. */
  async load(scope: BrandScope, ids: readonly string[]): Promise<CustomerRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.graph.lookup(queries.loadCustomers, { ids });
    return this.seen(
      scope,
      rows.map((row) => row.customer),
    );
  }

  /** Up to `limit` live customers after an id. */
  async list(scope: BrandScope, after: string, limit: number): Promise<CustomerRow[]> {
    const rows = await this.graph.lookup(queries.listCustomers, { after, limit, seen: seenBy(scope) });
    return this.seen(
      scope,
      rows.map((row) => row.customer),
    );
  }

  /** How identifiers stand and who holds them; unknown ones are left out. */
  async holders(scope: BrandScope, keys: readonly IdentifierKey[]): Promise<HeldRow[]> {
    const params = { keys, limit: LIMITS.holdersPerIdentifier, seen: seenBy(scope) };
    const rows = await this.graph.lookup(queries.holdersOfIdentifiers, params);
    if (scope.all) return rows;
    const all = await this.seen(
      scope,
      rows.flatMap((row) => row.holders),
    );
    const views = new Map(all.map((each) => [each.id, each]));
    return rows.map((row) => ({ ...row, holders: row.holders.flatMap(({ id }) => views.get(id) ?? []) }));
  }

  async record(scope: BrandScope, key: RecordKey): Promise<SourceRecordRow | null> {
    const [found] = await this.graph.lookup(queries.findRecord, { key, seen: seenBy(scope) });
    return found ?? null;
  }

  /** Up to `limit` records of a customer. Shares its statement with other questions of the moment. */
  records(scope: BrandScope, page: RecordsAfter, limit: number): Promise<SourceRecordRow[]> {
    return this.#records.ask(limit, { ...page, seen: seenBy(scope) });
  }

  /** Up to `limit` identifiers of a customer. Shares its statement with other questions of the moment. */
  identifiers(scope: BrandScope, page: IdentifiersAfter, limit: number): Promise<CustomerIdentifierRow[]> {
    return this.#identifiers.ask(limit, { ...page, seen: seenBy(scope) });
  }

  /** From which sources the records of a customer come. Shares its statement with other questions of the moment. */
  presence(scope: BrandScope, id: string): Promise<PresenceRow[]> {
    return this.#presence.ask(0, { id, seen: seenBy(scope) });
  }

  /** A customer with what surrounds it, up to `limit` of everything. Who contests what is for those who see everything. */
  async drawing(scope: BrandScope, id: string, limit: number): Promise<DrawingRow | null> {
    const [drawing] = await this.graph.lookup(queries.drawIdentity, { id, limit, seen: seenBy(scope) });
    const [customer] = drawing ? await this.seen(scope, [drawing.customer]) : [];
    return drawing && customer ? { ...drawing, customer } : null;
  }

  private seen(scope: BrandScope, customers: readonly CustomerRow[]): Promise<CustomerRow[]> {
    return viewed(this.graph, scope, customers);
  }
}

/** Pages of a shared statement, told apart by their place in it: one customer may be asked for twice. */
function numbered<Page>(pages: readonly Page[], limit: number) {
  return { rows: pages.map((page, index) => ({ ...page, index })), limit };
}

function perCustomer<Row extends { index: number }>(pages: readonly unknown[], rows: readonly Row[]): Row[][] {
  const answers = pages.map((): Row[] => []);
  for (const row of rows) answers[row.index]?.push(row);
  return answers;
}
