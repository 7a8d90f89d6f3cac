import type { BrandScope } from '../auth/principal.js';
import type { Graph } from '../graph/graph.js';
import { SharedQuestion } from '../graph/shared-question.js';
import { LIMITS } from '../kernel/limits.js';
import type { Member } from './golden/member.types.js';
import { memberOfRow } from './member-of-row.js';
import type { SurvivorshipPolicy } from './policy/survivorship.types.js';
import { recordsOfCustomers } from './profile.queries.js';

/** The records of a customer that its golden record is made of. */
export interface Members {
  readonly members: readonly Member[];
  /** False when the customer has more records than are read. */
  readonly complete: boolean;
}

interface Ask {
  readonly id: string;
  /** Sources that the caller may see; null: all. */
  readonly seen: readonly string[] | null;
  /** Of sources by name, 1 to 100. */
  readonly trust: SurvivorshipPolicy['sources'];
}

/** Reads what golden records are made of. */
export class ProfileRepository {
  readonly #members: SharedQuestion<Ask, Members>;

  constructor(graph: Graph, { defaultTrust, contactTypes }: SurvivorshipPolicy) {
    const limit = LIMITS.recordsPerProfile;
    this.#members = new SharedQuestion(async (_, asks): Promise<Members[]> => {
      const rows = asks.map(({ id, seen }, index) => ({ id, seen, index }));
      // Questions of one moment are asked under one inventory.
      const trust = asks[0]?.trust ?? {};
      const params = { rows, limit: limit + 1, trust, defaultTrust, types: contactTypes };
      const perCustomer = asks.map((): Member[] => []);
      for (const row of await graph.lookup(recordsOfCustomers, params)) perCustomer[row.index]?.push(memberOfRow(row));
      return perCustomer.map((members) => ({ members: members.slice(0, limit), complete: members.length <= limit }));
    }, LIMITS.pageSizeMax);
  }

  /** The records of a live customer, none when there is no such one. Shares its statement with other questions of the moment. */
  members({ all, sources }: BrandScope, id: string, trust: SurvivorshipPolicy['sources']): Promise<Members> {
    return this.#members.ask(0, { id, seen: all ? null : sources, trust });
  }
}
