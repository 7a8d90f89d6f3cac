import type { Principal } from '../auth/principal.js';
import type { Inventory } from '../brands/inventory.js';
import type { Policy } from '../identity/policy/policy.types.js';
import { normaliseDeletion, normaliseRecord, type NormalisedRecord } from './normalise/normalise-record.js';
import type { IncomingRecord, RowProblem } from './record.types.js';

type Deletion = Pick<IncomingRecord, 'source' | 'recordId' | 'sourceVersion'>;

const UNDECLARED = 'is not declared, and the policy refuses sources that are not';
const FOREIGN = "is no source of the caller's brand";

/** What sources say, read as the inventory says of them: in their realm and as of their country. */
export class Sources {
  constructor(
    private readonly inventory: Inventory,
    private readonly policy: Policy,
  ) {}

  upsertion(caller: Principal, record: IncomingRecord): NormalisedRecord {
    const problem = this.problem(caller, record.source);
    if (problem) return { kind: 'rejected', problem };
    const sourceCountry = record.sourceCountry ?? this.inventory.countryOf(record.source) ?? undefined;
    return normaliseRecord({ ...record, sourceCountry }, this.settings(record.source));
  }

  deletion(caller: Principal, record: Deletion): NormalisedRecord {
    const problem = this.problem(caller, record.source);
    return problem ? { kind: 'rejected', problem } : normaliseDeletion(record, this.settings(record.source));
  }

  private settings(source: string): { policy: Policy; realm: string } {
    return { policy: this.policy, realm: this.inventory.realmOf(source) };
  }

  /** Why nothing is taken from a source. */
  private problem({ brandId }: Principal, id: string): RowProblem | null {
    const source = this.inventory.source(id);
    const refused = (message: string): RowProblem => ({ code: 'UNKNOWN_SOURCE', field: 'source', message });
    if (this.policy.unknownSources === 'refuse' && source?.declared !== true) return refused(UNDECLARED);
    if (brandId === null) return null;
    const isOwn = this.inventory.lineage(source?.brandId ?? '').some((brand) => brand.id === brandId);
    return isOwn ? null : refused(FOREIGN);
  }
}
