import { scopeFor, type Principal } from '../auth/principal.js';
import type { BrandsService } from '../brands/brands.service.js';
import { badUserInput } from '../graphql/api-error.js';
import { connectionOf, pageSize, placeOf, type Connection } from '../graphql/paging.js';
import type { NormaliseResult } from '../identifiers/identifier.types.js';
import type { IdentifiersService } from '../ingest/identifiers.service.js';
import type { IncomingIdentifier } from '../ingest/record.types.js';
import { recordKey } from '../kernel/ids.js';
import { LIMITS } from '../kernel/limits.js';
import { customer } from './customer.js';
import type { CustomersRepository } from './customers.repository.js';
import type { Customer, CustomerBrand, CustomerIdentifier } from './graphql/customer.types.js';
import type { IdentityGraph } from './graphql/identity-graph.types.js';
import { IdentityState, type IdentityStatus } from './graphql/identity-status.types.js';
import { IdentifierStanding } from './graphql/resolution.types.js';
import type { SourceRecord } from './graphql/source-record.types.js';
import { drawIdentity } from './draw-identity.js';
import { identityOfId } from './identity-of-id.js';
import { presenceOfBrands } from './presence.js';
import { sourceRecord } from './source-record.js';
import { standingOf } from './standing.js';

/** A page of a connection, as a caller asks for it. */
export interface PageOf {
  readonly first: number;
  readonly after?: string | null;
}

type Ref = Readonly<{ source: string; recordId: string }>;

/** Answers who is who. Every method sees what its caller may see. */
export class CustomersService {
  constructor(
    private readonly repository: CustomersRepository,
    private readonly identifiers: IdentifiersService,
    private readonly brands: BrandsService,
  ) {}

  /** The live customer that answers for an id, former ones too; null when there is none, or after a split several. */
  async byId({ scope }: Principal, id: string): Promise<Customer | null> {
    const identity = identityOfId(await this.repository.find(scope, id));
    return 'customer' in identity ? customer(identity.customer, id) : null;
  }

  /** What became of an id. */
  async identity({ scope }: Principal, id: string): Promise<IdentityStatus> {
    const identity = identityOfId(await this.repository.find(scope, id));
    return {
      id,
      state: IdentityState[identity.kind],
      customer: 'customer' in identity ? customer(identity.customer, id) : null,
      candidates: 'candidates' in identity ? identity.candidates.map((each) => customer(each)) : [],
    };
  }

  async byRecord({ scope }: Principal, { source, recordId }: Ref): Promise<Customer | null> {
    const found = await this.repository.findByRecord(scope, recordKey(source, recordId));
    return found && customer(found);
  }

  /**
   * The one customer that holds an identifier; null also when several do, or when it joins nobody. Throws ApiError naming
   * the field when the identifier cannot be read.
   */
  async byIdentifier({ scope, realm }: Principal, identifier: IncomingIdentifier): Promise<Customer | null> {
    const read = readable(this.identifiers.read(identifier));
    const [held] = await this.repository.holders(scope, [this.identifiers.key(realm, read)]);
    const isOne = standingOf(read, held ?? null) === IdentifierStanding.LINKABLE;
    return isOne && held?.holders[0] ? customer(held.holders[0]) : null;
  }

  /** The customers that have these ids now, by id. */
  async byOwnIds({ scope }: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
    const rows = await this.repository.load(scope, [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, customer(row)]));
  }

  /** Live customers, oldest first. */
  async list({ scope }: Principal, page: PageOf): Promise<Connection<Customer>> {
    const first = pageSize(page.first);
    const [after = ''] = placeOf(page.after, 1);
    const rows = await this.repository.list(scope, after, first + 1);
    return connectionOf(
      rows,
      first,
      (row) => [row.id],
      (row) => customer(row),
    );
  }

  async record({ scope }: Principal, { source, recordId }: Ref): Promise<SourceRecord | null> {
    const found = await this.repository.record(scope, recordKey(source, recordId));
    return found && sourceRecord(found);
  }

  /** A customer to draw, of at most `limit` nodes. Throws ApiError when the limit is none. */
  async graph({ scope }: Principal, id: string, limit: number = LIMITS.graphNodesDefault): Promise<IdentityGraph> {
    if (limit < 1 || limit > LIMITS.graphNodesMax) {
      throw badUserInput([{ field: 'limit', message: `must be from 1 to ${LIMITS.graphNodesMax}` }]);
    }
    return drawIdentity(await this.repository.drawing(scope, id, limit), limit, id);
  }

  /** The same customer as a brand sees it; null when the brand sees nothing of it, or is none. */
  async asBrand(caller: Principal, { id, redirectedFrom }: Customer, brandId: string): Promise<Customer | null> {
    const brand = await this.brands.asBrand(caller, brandId);
    const [row] = brand ? await this.repository.load(brand.scope, [id]) : [];
    return brand && row ? customer(row, redirectedFrom ?? id, brand.scope) : null;
  }

  /** The brands whose own sources know a customer, by id. */
  async brandsOf(caller: Principal, parent: Customer): Promise<CustomerBrand[]> {
    const rows = await this.repository.presence(scopeFor(caller, parent), parent.id);
    return presenceOfBrands(rows, await this.brands.inventory());
  }

  /** Records of a customer, by source and id. */
  async records(caller: Principal, parent: Customer, page: PageOf): Promise<Connection<SourceRecord>> {
    const first = pageSize(page.first);
    const [after = ''] = placeOf(page.after, 1);
    const rows = await this.repository.records(scopeFor(caller, parent), { id: parent.id, after }, first + 1);
    return connectionOf(rows, first, (row) => [String(row.properties['key'])], sourceRecord);
  }

  /** Identifiers of a customer, by type. */
  async identifiersOf(caller: Principal, parent: Customer, page: PageOf): Promise<Connection<CustomerIdentifier>> {
    const first = pageSize(page.first);
    const [afterType = '', afterNode = ''] = placeOf(page.after, 2);
    const place = { id: parent.id, afterType, afterNode };
    const rows = await this.repository.identifiers(scopeFor(caller, parent), place, first + 1);
    return connectionOf(
      rows,
      first,
      (row) => [row.type, row.node],
      (row): CustomerIdentifier => row,
    );
  }
}

function readable(read: NormaliseResult) {
  if (read.ok) return read.identifier;
  throw badUserInput([{ field: `identifier.${read.problem.field}`, message: read.problem.message }]);
}
