import type { IncomingIdentifier, IncomingRecord } from '../../../src/ingest/record.types.js';
import type { TestApp } from '../../support/test-app.js';
import type {
  Door,
  Manner,
  SeenCustomer,
  SeenIdentifier,
  SeenIdentity,
  SeenProfile,
  SeenRecord,
  Told,
} from './door.types.js';
import { nameOf, type Ref } from './expand.js';
import * as documents from './graphql-documents.js';
import { GraphqlSteward } from './graphql-steward.js';
import { pathOf, reasonsOf } from './explanations.js';
import { seenProfile } from './look-at-profiles.js';
import { MASKED } from './looks.js';

/** Writes and asks over GraphQL, as a client does. */
export class GraphqlDoor implements Door {
  readonly name = 'graphql';
  readonly showsValues = false;
  readonly stewards: GraphqlSteward;

  constructor(private readonly app: TestApp) {
    this.stewards = new GraphqlSteward(app);
  }

  async upsert(records: readonly IncomingRecord[], { realm, dryRun = false }: Manner): Promise<Told[]> {
    if (realm) await this.putInRealm(realm, [...new Set(records.map((record) => record.source))]);
    return this.mutate(documents.UPSERT, { records, dryRun });
  }

  private async putInRealm(realm: string, sources: readonly string[]): Promise<void> {
    const brands = [{ id: realm, name: realm, realm }];
    const declared = sources.map((id) => ({ id, brandId: realm }));
    await this.ask(documents.DECLARE, { brands: { brands }, sources: { sources: declared } });
  }

  delete(records: readonly (Ref & { sourceVersion?: string })[]): Promise<Told[]> {
    return this.mutate(documents.DELETE, { records });
  }

  async customerIdOf(ref: Ref): Promise<string | null> {
    const { customerByRecord } = await this.ask<documents.CustomerIdData>(documents.CUSTOMER_ID, { ref });
    return customerByRecord?.id ?? null;
  }

  async customerOf(ref: Ref): Promise<SeenCustomer | null> {
    const found = await this.pages<documents.CustomerData, Ref>(documents.CUSTOMER, ref);
    if (!found) return null;
    const { id, createdAt, size, constrained } = found.customer;
    return { id, createdAt, size, constrained, records: found.nodes.map(nameOf).sort() };
  }

  /** Asks `customer` too: a former id must answer the live customer there, and say so. */
  async identity(id: string): Promise<SeenIdentity> {
    const { identity, customer } = await this.ask<documents.IdentityData>(documents.IDENTITY, { id });
    const { state, candidates } = identity;
    const redirectedFrom = state === 'REDIRECTED' ? id : null;
    const same = identity.customer && { id: identity.customer.id, redirectedFrom };
    if (JSON.stringify(customer) !== JSON.stringify(same)) throw new Error(`identity and customer disagree: ${state}`);
    return {
      status: state,
      by: [...(identity.customer ? [identity.customer] : []), ...candidates].map((one) => one.id),
    };
  }

  async identifier(identifier: IncomingIdentifier): Promise<SeenIdentifier | null> {
    const { resolve } = await this.ask<documents.ResolveData>(documents.RESOLVE, { identifier });
    const [match] = resolve.identifiers;
    if (!match || match.standing === 'UNKNOWN') return null;
    const isContested = match.standing === 'CONTESTED';
    return { status: isContested ? 'LINKABLE' : match.standing, contested: isContested ? match.contestReasons : [] };
  }

  async found(identifier: IncomingIdentifier): Promise<string | null> {
    const { customerByIdentifier } = await this.ask<documents.FindData>(documents.FIND, { identifier });
    return customerByIdentifier?.id ?? null;
  }

  async record(ref: Ref): Promise<SeenRecord | null> {
    const { record } = await this.ask<documents.RecordData>(documents.RECORD, { ref });
    return record && { ...record, identifiers: record.identifiers.map((each) => ({ ...each, value: MASKED })) };
  }

  async profile(ref: Ref): Promise<SeenProfile | null> {
    const { customerByRecord } = await this.ask<documents.ProfileData>(documents.PROFILE, { ref });
    return customerByRecord && seenProfile(customerByRecord.profile);
  }

  async countIdentifiers(ref: Ref): Promise<number> {
    return (await this.pages(documents.IDENTIFIERS, ref))?.nodes.length ?? 0;
  }

  async whyNot(left: Ref, right: Ref): Promise<readonly string[]> {
    const { whyNot } = await this.ask<documents.WhyNotData>(documents.WHY_NOT, { left, right });
    return reasonsOf(whyNot.reasons);
  }

  async explain(left: Ref, right: Ref): Promise<readonly string[]> {
    const { explain } = await this.ask<documents.ExplainData>(documents.EXPLAIN, { left, right });
    return pathOf(explain.links);
  }

  private async mutate(document: string, input: object): Promise<Told[]> {
    const { answer } = await this.ask<documents.MutationData>(document, { input });
    const located = answer.userErrors.map(({ code, field }) => ({ ...indexOf(field), code }));
    return answer.results.map(({ ref, customer, outcome, warnings }, index): Told => {
      const problem = located.find((each) => each.index === index);
      return {
        record: nameOf(ref),
        outcome,
        customerId: customer?.id ?? null,
        warnings: warnings.map(({ code, field }) => `${code} ${indexOf(field).field}`),
        problem: problem ? `${problem.code} ${problem.field}` : null,
      };
    });
  }

  /** The customer of a record with every node of its connection, following the cursors. */
  private async pages<Customer, Node>(
    document: string,
    ref: Ref,
  ): Promise<{ customer: Customer; nodes: Node[] } | null> {
    const nodes: Node[] = [];
    let after: string | null = null;
    for (;;) {
      const variables: { ref: Ref; after: string | null } = { ref, after };
      const { customer }: PageData<Customer, Node> = await this.ask<PageData<Customer, Node>>(document, variables);
      if (!customer) return null;
      nodes.push(...customer.page.nodes);
      after = customer.page.pageInfo.endCursor;
      if (!customer.page.pageInfo.hasNextPage) return { customer, nodes };
    }
  }

  private async ask<Data>(document: string, variables: object): Promise<Data> {
    const { data, errors } = await this.app.gql<Data>(document, variables);
    if (errors.length > 0) throw new Error(`GraphQL: ${JSON.stringify(errors)}`);
    return data;
  }
}

interface PageData<Customer, Node> {
  readonly customer: (Customer & { readonly page: documents.Page<Node> }) | null;
}

/** `records[3].sourceVersion` is the field `sourceVersion` of the fourth record. */
function indexOf(path: string): { index: number; field: string } {
  const [, index = '0', field = path] = /^records\[(\d+)\]\.(.*)$/.exec(path) ?? [];
  return { index: Number(index), field };
}
