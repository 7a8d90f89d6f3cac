import { DEVELOPER } from '../../../src/auth/principal.js';
import type { Graph } from '../../../src/graph/graph.js';
import { ExplainRepository } from '../../../src/identity/explain/explain.repository.js';
import { ExplainService } from '../../../src/identity/explain/explain.service.js';
import { attributesOf } from '../../../src/identity/records/node-attributes.js';
import type { Policy } from '../../../src/identity/policy/policy.types.js';
import type { IngestAnswer, RecordResult } from '../../../src/ingest/ingest.service.js';
import type { IncomingIdentifier, IncomingRecord } from '../../../src/ingest/record.types.js';
import { recordKey } from '../../../src/kernel/ids.js';
import { showProfile } from '../../../src/profile/graphql/show-profile.js';
import { DEFAULT_SURVIVORSHIP } from '../../../src/profile/policy/default-survivorship.js';
import { ProfileRepository } from '../../../src/profile/profile.repository.js';
import { ProfileService } from '../../../src/profile/profile.service.js';
import { noBrands } from '../../support/no-brands.js';
import { IdentityWorld } from '../../support/identity-world.js';
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
import { seenProfile } from './look-at-profiles.js';
import { pathOf, reasonsOf } from './explanations.js';
import { ServiceSteward } from './service-steward.js';
import {
  customerById,
  customerIdOfRecord,
  customerOfRecord,
  holdersBySent,
  identifierBySent,
  identifierPage,
  recordByKey,
} from './graph-views.js';

const PAGE = 100;

/** Writes through the services, and looks at what is in the graph. */
export class ServiceDoor implements Door {
  readonly name = 'service';
  readonly showsValues = true;
  readonly stewards: ServiceSteward;
  private readonly world: IdentityWorld;
  private readonly explanations: ExplainService;
  private readonly profiles: ProfileService;

  constructor(
    private readonly graph: Graph,
    policy: Policy,
  ) {
    this.world = new IdentityWorld(graph, policy);
    this.stewards = new ServiceSteward(graph, this.world);
    this.profiles = new ProfileService(
      new ProfileRepository(graph, DEFAULT_SURVIVORSHIP),
      DEFAULT_SURVIVORSHIP,
      noBrands,
    );
    this.explanations = new ExplainService(new ExplainRepository(graph), this.world.identity);
  }

  async upsert(records: readonly IncomingRecord[], manner: Manner): Promise<Told[]> {
    const sources = [...new Set(records.map((record) => record.source))];
    if (manner.realm) await this.world.putInRealm(manner.realm, sources);
    return told(await this.world.ingest.upsert(DEVELOPER, records, optionsOf(manner)));
  }

  async delete(refs: readonly (Ref & { sourceVersion?: string })[], manner: Manner): Promise<Told[]> {
    return told(await this.world.ingest.delete(DEVELOPER, refs, optionsOf(manner)));
  }

  async customerIdOf(ref: Ref): Promise<string | null> {
    const [row, ...others] = await this.graph.lookup(customerIdOfRecord, { key: keyOf(ref) });
    if (others.length > 0) throw new Error(`${nameOf(ref)} has several customers`);
    return row?.id ?? null;
  }

  async customerOf(ref: Ref): Promise<SeenCustomer | null> {
    const [row] = await this.graph.lookup(customerOfRecord, { key: keyOf(ref) });
    return row ? { ...row, createdAt: new Date(row.createdAt).toISOString() } : null;
  }

  async identity(id: string): Promise<SeenIdentity> {
    const [row] = await this.graph.lookup(customerById, { id });
    if (!row) return { status: 'UNKNOWN', by: [] };
    if (row.status !== 'MERGED') return { status: row.status, by: row.status === 'LIVE' ? [id] : [] };
    return { status: row.into.length === 1 ? 'REDIRECTED' : 'SPLIT', by: row.into };
  }

  async identifier({ type, value }: IncomingIdentifier): Promise<SeenIdentifier | null> {
    const [row, ...others] = await this.graph.lookup(identifierBySent, { type, value });
    if (others.length > 0) throw new Error(`one value of ${type} is several identifiers`);
    return row
      ? { status: row.status, contested: row.contested ? (row.reasons ?? []) : [], because: row.because }
      : null;
  }

  async found({ type, value }: IncomingIdentifier): Promise<string | null> {
    const [row, ...others] = await this.graph.lookup(holdersBySent, { type, value });
    return row && others.length === 0 ? row.id : null;
  }

  async record(ref: Ref): Promise<SeenRecord | null> {
    const [row] = await this.graph.lookup(recordByKey, { key: keyOf(ref) });
    return row ? { identifiers: row.held, attributes: attributesOf(withoutNulls(row.properties)) } : null;
  }

  async profile(ref: Ref): Promise<SeenProfile | null> {
    const id = await this.customerIdOf(ref);
    return id === null ? null : seenProfile(showProfile(await this.profiles.of(DEVELOPER.scope, id)));
  }

  async countIdentifiers(ref: Ref): Promise<number> {
    let after = '';
    for (let count = 0; ;) {
      const page = await this.graph.lookup(identifierPage, { key: keyOf(ref), after, first: PAGE });
      count += page.length;
      after = page.at(-1)?.key ?? '';
      if (page.length < PAGE) return count;
    }
  }

  async whyNot(left: Ref, right: Ref): Promise<readonly string[]> {
    return reasonsOf((await this.explanations.explain(DEVELOPER, left, right)).reasons);
  }

  async explain(left: Ref, right: Ref): Promise<readonly string[]> {
    return pathOf((await this.explanations.explain(DEVELOPER, left, right)).links);
  }
}

function keyOf({ source, recordId }: Ref): string {
  return recordKey(source, recordId);
}

function optionsOf({ dryRun = false, beside = false }: Manner): { dryRun: boolean; alone: boolean } {
  return { dryRun, alone: beside };
}

function told(answer: IngestAnswer): Told[] {
  if (answer.kind !== 'done') throw new Error(`not done: ${answer.kind}`);
  return answer.results.map((result: RecordResult): Told => ({
    record: nameOf(result),
    outcome: result.outcome,
    customerId: result.customerId,
    warnings: result.warnings.map(({ code, field }) => `${code} ${field}`),
    problem: result.problem ? `${result.problem.code} ${result.problem.field}` : null,
  }));
}

function withoutNulls(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}
