import { setImmediate as othersTurn } from 'node:timers/promises';
import type { BrandScope } from '../auth/principal.js';
import type { BrandsService } from '../brands/brands.service.js';
import { LIMITS } from '../kernel/limits.js';
import { goldenRecord } from './golden/golden-record.js';
import type { GoldenRecord } from './golden/golden-record.types.js';
import { withDeclaredTrust } from './policy/trust-of.js';
import type { SurvivorshipPolicy } from './policy/survivorship.types.js';
import type { ProfileRepository } from './profile.repository.js';

/** A golden record, and whether all records of its customer are in it. */
export interface Profile {
  readonly golden: GoldenRecord;
  readonly complete: boolean;
}

/** Answers what is known of a customer. It is worked out from the records at each question, so no merge can leave it behind. */
export class ProfileService {
  /** Ends when the large golden record before this one is made. */
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly repository: ProfileRepository,
    private readonly policy: SurvivorshipPolicy,
    private readonly brands: Pick<BrandsService, 'inventory'>,
  ) {}

  /** The golden record of the customer with this id, of what a scope sees. */
  async of(scope: BrandScope, customerId: string): Promise<Profile> {
    const policy = withDeclaredTrust(this.policy, await this.brands.inventory());
    const { members, complete } = await this.repository.members(scope, customerId, policy.sources);
    if (members.length > LIMITS.recordsAtOnce) await this.turn();
    return { golden: goldenRecord(members, policy), complete };
  }

  /** Large ones are made one after the other, and whoever else waits is served in between. */
  private turn(): Promise<void> {
    this.#turn = this.#turn.then(() => othersTurn());
    return this.#turn;
  }
}
