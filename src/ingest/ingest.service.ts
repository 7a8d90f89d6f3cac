import { createHash } from 'node:crypto';
import type { Principal } from '../auth/principal.js';
import type { BrandsService } from '../brands/brands.service.js';
import type { IdentityService } from '../identity/identity.service.js';
import type { CustomerId } from '../kernel/ids.js';
import type { Idempotency, OutcomeKind, WriteAnswer } from '../identity/identity.types.js';
import type { RecordChange } from '../identity/records/record.types.js';
import { checkSource } from './normalise/check-record.js';
import type { NormalisedRecord } from './normalise/normalise-record.js';
import type { IncomingRecord, RowProblem } from './record.types.js';
import { Sources } from './sources.js';

/** What became of one record of a request. */
export interface RecordResult {
  readonly source: string;
  readonly recordId: string;
  readonly outcome: OutcomeKind;
  /** The customer that the record resolves to now; null after a deletion or a rejection. */
  readonly customerId: CustomerId | null;
  /** What was left out. Fields are paths inside the record. */
  readonly warnings: readonly RowProblem[];
  /** Why the record was rejected. */
  readonly problem: RowProblem | null;
}

export type IngestAnswer =
  | { readonly kind: 'done'; readonly results: readonly RecordResult[]; readonly replayed: boolean }
  | { readonly kind: 'key-reused' };

export interface IngestOptions {
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string | null;
  /** The load or run of the source that this belongs to: it is held by itself when it joins too much. */
  readonly job?: string | null;
  /** A full batch of a bulk load: gets a transaction of its own. */
  readonly alone?: boolean;
}

type Deletion = Pick<IncomingRecord, 'source' | 'recordId' | 'sourceVersion'>;

const VERSION_KIND: RowProblem = {
  code: 'BAD_VERSION',
  field: 'sourceVersion',
  message: 'is of another kind than the versions of this record before: whole numbers and instants do not mix',
};

const SOURCE_HELD: RowProblem = {
  code: 'SOURCE_HELD',
  field: 'source',
  message: 'is held, or the job is: what the record adds is stored and joins nobody until a steward has decided',
};

/** Validates and normalises what sources say, and has it written. A bad record is rejected by itself. */
export class IngestService {
  constructor(
    private readonly identity: IdentityService,
    private readonly brands: Pick<BrandsService, 'inventoryWith' | 'inventory'>,
  ) {}

  /** Takes in records; results in their order. Throws a GraphError when the graph cannot. */
  async upsert(
    caller: Principal,
    records: readonly IncomingRecord[],
    options: IngestOptions = {},
  ): Promise<IngestAnswer> {
    const { policy } = await this.identity.rules.agree();
    const ids = [...new Set(records.map((record) => record.source))].filter((id) => checkSource(id) === null);
    const isNoted = policy.unknownSources === 'accept' && options.dryRun !== true;
    const sources = new Sources(await (isNoted ? this.brands.inventoryWith(ids) : this.brands.inventory()), policy);
    const read = records.map((record) => sources.upsertion(caller, record));
    return this.take(records, read, idempotencyOf(caller, 'upsert', records, options), options);
  }

  /** What the records say, as the write path reads it; nothing is written. Rejected ones are told and left out. */
  async read(
    caller: Principal,
    upserts: readonly IncomingRecord[],
    deletions: readonly Deletion[],
  ): Promise<{ readonly changes: readonly RecordChange[]; readonly rejected: readonly RowProblem[] }> {
    const sources = new Sources(await this.brands.inventory(), this.identity.policy);
    const read = [
      ...upserts.map((record, at) => ({ at: `upserts[${at}]`, ...sources.upsertion(caller, record) })),
      ...deletions.map((record, at) => ({ at: `deletions[${at}]`, ...sources.deletion(caller, record) })),
    ];
    return {
      changes: read.flatMap((each) => (each.kind === 'change' ? [each.change] : [])),
      rejected: read.flatMap((each) =>
        each.kind === 'rejected' ? [{ ...each.problem, field: `${each.at}.${each.problem.field}` }] : [],
      ),
    };
  }

  /** Deletes records; their keys and versions stay as stubs. */
  async delete(caller: Principal, records: readonly Deletion[], options: IngestOptions = {}): Promise<IngestAnswer> {
    const { policy } = await this.identity.rules.agree();
    const sources = new Sources(await this.brands.inventory(), policy);
    const read = records.map((record) => sources.deletion(caller, record));
    return this.take(records, read, idempotencyOf(caller, 'delete', records, options), options);
  }

  private async take(
    records: readonly Deletion[],
    read: readonly NormalisedRecord[],
    idempotency: Idempotency | null,
    options: IngestOptions,
  ): Promise<IngestAnswer> {
    const { job = null } = options;
    const changes = read.flatMap((each) =>
      each.kind === 'change' ? [job ? { ...each.change, job } : each.change] : [],
    );
    const answer = await this.write(changes, idempotency, options);
    if (answer.kind === 'key-reused') return answer;
    const outcomes = answer.outcomes[Symbol.iterator]();
    const results = records.map(({ source, recordId }, index): RecordResult => {
      const each = read[index];
      if (each?.kind !== 'change') return rejected(source, recordId, each?.problem ?? VERSION_KIND);
      const outcome = outcomes.next().value;
      if (!outcome || outcome.problem) return rejected(source, recordId, VERSION_KIND);
      return {
        source,
        recordId,
        outcome: outcome.outcome,
        customerId: outcome.customerId,
        warnings: outcome.isStopped ? [...each.warnings, SOURCE_HELD] : each.warnings,
        problem: null,
      };
    });
    return { kind: 'done', results, replayed: answer.replayed };
  }

  private write(
    changes: readonly RecordChange[],
    idempotency: Idempotency | null,
    { dryRun = false, alone = false }: IngestOptions,
  ): Promise<WriteAnswer> {
    if (changes.length === 0 && !idempotency) return Promise.resolve({ kind: 'done', outcomes: [], replayed: false });
    const request = { changes, idempotency: dryRun ? null : idempotency };
    if (dryRun) return this.identity.dryRun(request);
    return alone ? this.identity.writeAlone(request) : this.identity.write(request);
  }
}

function rejected(source: string, recordId: string, problem: RowProblem): RecordResult {
  return { source, recordId, outcome: 'REJECTED', customerId: null, warnings: [], problem };
}

/** Keys are a caller's own: another's key of the same text is another key. */
function idempotencyOf(
  caller: Principal,
  operation: string,
  payload: unknown,
  { idempotencyKey }: IngestOptions,
): Idempotency | null {
  if (!idempotencyKey) return null;
  const payloadHash = createHash('sha256')
    .update(JSON.stringify([operation, payload]))
    .digest('hex');
  return { key: `${caller.id}|${idempotencyKey}`, payloadHash };
}
