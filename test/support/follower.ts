import { DEVELOPER } from '../../src/auth/principal.js';
import type { Change } from '../../src/identity/events/event-graphql.types.js';
import type { EventsService } from '../../src/identity/events/events.service.js';
import { recordKey } from '../../src/kernel/ids.js';

/** Somebody who keeps a copy of who is who, and knows nothing but `changes`. */
export class Follower {
  /** What cannot be: a record that leaves a customer in which it was not, or joins one while it is in another. */
  readonly faults: string[] = [];
  readonly #owners = new Map<string, string>();
  #cursor: string | null = null;

  /** @param pageSize changes that are asked for at once */
  constructor(
    private readonly events: EventsService,
    private readonly pageSize: number,
  ) {}

  /** Follows the feed to its present end. */
  async follow(): Promise<void> {
    const changes: Change[] = [];
    for (let more = true; more;) {
      const page = await this.events.changes(DEVELOPER, { first: this.pageSize, after: this.#cursor });
      changes.push(...page.nodes);
      this.#cursor = page.edges.at(-1)?.cursor ?? this.#cursor;
      more = page.pageInfo.hasNextPage;
    }
    // The changes of one transaction are one step: records leave, then join.
    const transactions = [...new Set(changes.map((each) => each.transaction))];
    for (const number of transactions) this.step(changes.filter((each) => each.transaction === number));
  }

  /** Customers with their record keys, ordered by the smallest. */
  partition(): { id: string; records: string[] }[] {
    const groups = new Map<string, string[]>();
    for (const [record, id] of this.#owners) groups.set(id, [...(groups.get(id) ?? []), record]);
    const sorted = [...groups].map(([id, records]) => ({ id, records: records.sort() }));
    return sorted.sort((a, b) => ((a.records[0] ?? '') < (b.records[0] ?? '') ? -1 : 1));
  }

  private step(changes: readonly Change[]): void {
    for (const { customerId, left } of changes) {
      for (const key of left.map((each) => recordKey(each.source, each.recordId))) {
        if (this.#owners.get(key) !== customerId) this.faults.push(`${key} leaves ${customerId} and was not in it`);
        this.#owners.delete(key);
      }
    }
    for (const { customerId, joined } of changes) {
      for (const key of joined.map((each) => recordKey(each.source, each.recordId))) {
        const owner = this.#owners.get(key);
        if (owner !== undefined) this.faults.push(`${key} joins ${customerId} and is in ${owner}`);
        this.#owners.set(key, customerId);
      }
    }
  }
}
