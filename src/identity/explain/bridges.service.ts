import type { Principal } from '../../auth/principal.js';
import type { CustomersService } from '../../customers/customers.service.js';
import { badUserInput } from '../../graphql/api-error.js';
import type { CustomerId } from '../../kernel/ids.js';
import { inTurns } from '../../kernel/turns.js';
import { LIMITS } from '../../kernel/limits.js';
import type { IdentityService } from '../identity.service.js';
import type { Bridges } from './bridges.types.js';
import { findBridges } from './bridges/find-bridges.js';
import { identifiersOf, shownBridge } from './bridges/shown-bridge.js';
import type { ExplainRepository } from './explain.repository.js';

/** Says what holds a customer together, by the same rules that resolved it. */
export class BridgesService {
  constructor(
    private readonly repository: ExplainRepository,
    private readonly customers: CustomersService,
    private readonly identity: IdentityService,
  ) {}

  /**
   * What would split the live customer that answers for an id; null when there is none, or after a split several. Throws
   * ApiError when more records decide about it than the policy lets a request walk.
   */
  async bridges(caller: Principal, id: string): Promise<Bridges | null> {
    const customer = await this.customers.byId(caller, id);
    if (!customer) return null;
    const { policy } = this.identity;
    const read = await this.repository.customer(caller.scope, customer.id as CustomerId, policy);
    if (!read) {
      const message = `the customer and those that it shares contested identifiers with have more than ${policy.componentMax} records`;
      throw badUserInput([{ field: 'customerId', message }]);
    }
    const found = await inTurns(findBridges({ ...read.customer, trialRecords: LIMITS.bridgeTrialRecords }));
    const shown = found.bridges.slice(0, LIMITS.bridgesPerAnswer);
    const identifiers = identifiersOf(shown, found, read.records);
    return {
      customer,
      total: found.bridges.length,
      complete: found.complete,
      bridges: shown.map((each) => shownBridge(each, identifiers)),
    };
  }
}
