import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Principal } from '../auth/principal.js';
import { LIMITS } from '../kernel/limits.js';
import { goldenRecord } from './golden/golden-record.js';
import type { GoldenRecord } from './golden/golden-record.types.js';
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
  ) {}

  /** The golden record of the customer with this id, of what the caller may see. */
  async of({ scope }: Principal, customerId: string): Promise<Profile> {
    const { members, complete } = await this.repository.members(scope, customerId);
    if (members.length > LIMITS.recordsAtOnce) await this.turn();
    return { golden: goldenRecord(members, this.policy), complete };
  }

  /** Large ones are made one after the other, and whoever else waits is served in between. */
  private turn(): Promise<void> {
    this.#turn = this.#turn.then(() => othersTurn());
    return this.#turn;
  }
}
