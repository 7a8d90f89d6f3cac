import { DEVELOPER } from '../../src/auth/principal.js';
import { BrandsRepository } from '../../src/brands/brands.repository.js';
import { DEFAULT_TRUST } from '../../src/brands/brand.types.js';
import { BrandsService } from '../../src/brands/brands.service.js';
import type { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/statement.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import { DEFAULT_POLICY } from '../../src/identity/policy/default-policy.js';
import type { Policy } from '../../src/identity/policy/policy.types.js';
import { IngestService, type IngestOptions, type RecordResult } from '../../src/ingest/ingest.service.js';
import type { IncomingRecord } from '../../src/ingest/record.types.js';
import { newId } from '../../src/kernel/ids.js';
import { systemClock } from '../../src/kernel/clock.js';

const readPartition = statementOf<Record<string, never>, { id: string; records: string[] }>(
  'test/read-partition',
  `MATCH (customer:Customer)<-[:RESOLVES_TO]-(record:SourceRecord)
   WITH customer, record ORDER BY record.key
   RETURN customer.id AS id, collect(record.key) AS records ORDER BY records[0]`,
  { access: 'read' },
);

/** The service's write path over a test database, with short ways to say things. */
export class IdentityWorld {
  readonly identity: IdentityService;
  readonly ingest: IngestService;
  readonly brands: BrandsService;

  constructor(
    readonly graph: Graph,
    policy: Policy = DEFAULT_POLICY,
  ) {
    this.identity = new IdentityService(graph, { policy, clock: systemClock, newId });
    this.brands = new BrandsService(graph, new BrandsRepository(graph), systemClock);
    this.ingest = new IngestService(this.identity, this.brands);
  }

  /** Puts sources into a realm, which a brand of its name has. */
  async putInRealm(realm: string, sources: readonly string[]): Promise<void> {
    const nothing = { parentId: null, country: null, visibility: null, visibleTo: [] };
    await this.brands.declareBrands([{ id: realm, name: realm, realm, ...nothing }], false);
    const unsaid = { system: null, owner: null, kind: null, country: null, freshnessHours: null, fields: [] };
    const declared = sources.map((id) => ({ id, declared: true, brandId: realm, trust: DEFAULT_TRUST, ...unsaid }));
    await this.brands.declareSources(declared, false);
  }

  /** Results of an upsert that must be taken as a whole. */
  async upsert(records: readonly IncomingRecord[], options: IngestOptions = {}): Promise<readonly RecordResult[]> {
    const answer = await this.ingest.upsert(DEVELOPER, records, options);
    if (answer.kind !== 'done') throw new Error(`not done: ${answer.kind}`);
    return answer.results;
  }

  /** Results of a deletion that must be taken as a whole. */
  async delete(
    ...records: { source: string; recordId: string; sourceVersion?: string }[]
  ): Promise<readonly RecordResult[]> {
    const answer = await this.ingest.delete(DEVELOPER, records);
    if (answer.kind !== 'done') throw new Error(`not done: ${answer.kind}`);
    return answer.results;
  }

  /** Live customers with their record keys, ordered by smallest key. */
  customers(): Promise<{ id: string; records: string[] }[]> {
    return this.graph.lookup(readPartition, {});
  }
}

/** A record with e-mails and the like, in one line: `record('crm', '1', ['EMAIL', 'a@x.mx'])`. */
export function record(source: string, recordId: string, ...identifiers: [string, string, string?][]): IncomingRecord {
  return {
    source,
    recordId,
    identifiers: identifiers.map(([type, value, namespace]) => ({ type, value, ...(namespace ? { namespace } : {}) })),
    attributes: {},
  };
}
