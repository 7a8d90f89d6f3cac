import type { BrandScope } from '../auth/principal.js';
import type { Graph } from '../graph/graph.js';
import type { ReadStatement } from '../graph/statement.js';
import type { IdentifierKey, RecordKey } from '../kernel/ids.js';
import { LIMITS } from '../kernel/limits.js';
import * as queries from './customers.queries.js';
import type {
  CustomerIdentifierRow,
  CustomerRow,
  DrawingRow,
  FoundRow,
  HeldRow,
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
 * Reads customers and their records. Records belong to no brand yet, so a scope sees everything or nothing; each method
 * takes it, so that no statement can forget it.
 */
export class CustomersRepository {
  readonly #records: SharedQuestion<RecordsAfter, (SourceRecordRow & { index: number })[]>;
  readonly #identifiers: SharedQuestion<IdentifiersAfter, (CustomerIdentifierRow & { index: number })[]>;

  constructor(private readonly graph: Graph) {
    this.#records = new SharedQuestion(async (limit, rows) => {
      return perCustomer(rows, await graph.lookup(queries.pageRecords, numbered(rows, limit)));
    }, LIMITS.pageSizeMax);
    this.#identifiers = new SharedQuestion(async (limit, rows) => {
      return perCustomer(rows, await graph.lookup(queries.pageIdentifiers, numbered(rows, limit)));
    }, LIMITS.pageSizeMax);
  }

  /** Whatever has the id, live or not; null when it was never issued. */
  async find(scope: BrandScope, id: string): Promise<FoundRow | null> {
    const [found] = await this.look(scope, queries.findById, { id });
    return found ?? null;
  }

  async findByRecord(scope: BrandScope, key: RecordKey): Promise<CustomerRow | null> {
    const [found] = await this.look(scope, queries.findByRecord, { key });
    return found?.customer ?? null;
  }

  /** The customers that have these ids; those that do not exist are left out. */
  async load(scope: BrandScope, ids: readonly string[]): Promise<CustomerRow[]> {
    if (ids.length === 0) return [];
    return (await this.look(scope, queries.loadCustomers, { ids })).map((row) => row.customer);
  }

  /** Up to `limit` live customers after an id. */
  async list(scope: BrandScope, after: string, limit: number): Promise<CustomerRow[]> {
    return (await this.look(scope, queries.listCustomers, { after, limit })).map((row) => row.customer);
  }

  /** How identifiers stand and who holds them; unknown ones are left out. */
  holders(scope: BrandScope, keys: readonly IdentifierKey[]): Promise<HeldRow[]> {
    return this.look(scope, queries.holdersOfIdentifiers, { keys, limit: LIMITS.holdersPerIdentifier });
  }

  async record(scope: BrandScope, key: RecordKey): Promise<SourceRecordRow | null> {
    const [found] = await this.look(scope, queries.findRecord, { key });
    return found ?? null;
  }

  /** Up to `limit` records of a customer. Shares its statement with other questions of the moment. */
  records(scope: BrandScope, page: RecordsAfter, limit: number): Promise<SourceRecordRow[]> {
    return scope.all ? this.#records.ask(limit, page) : Promise.resolve([]);
  }

  /** Up to `limit` identifiers of a customer. Shares its statement with other questions of the moment. */
  identifiers(scope: BrandScope, page: IdentifiersAfter, limit: number): Promise<CustomerIdentifierRow[]> {
    return scope.all ? this.#identifiers.ask(limit, page) : Promise.resolve([]);
  }

  /** A customer with what surrounds it, up to `limit` of everything. */
  async drawing(scope: BrandScope, id: string, limit: number): Promise<DrawingRow | null> {
    const [drawing] = await this.look(scope, queries.drawIdentity, { id, limit });
    return drawing ?? null;
  }

  private look<Params extends object, Row>(
    scope: BrandScope,
    statement: ReadStatement<Params, Row>,
    params: Params,
  ): Promise<Row[]> {
    return scope.all ? this.graph.lookup(statement, params) : Promise.resolve([]);
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
