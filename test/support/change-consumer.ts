import { DEVELOPER } from '../../src/auth/principal.js';
import type { EventsService } from '../../src/identity/events/events.service.js';
import { recordKey } from '../../src/kernel/ids.js';

/** Follows `changes` page by page and knows from them alone, at the end of the feed, which customer each record has. */
export class ChangeConsumer {
  readonly owners = new Map<string, string>();
  #after: string | null = null;

  constructor(
    private readonly events: EventsService,
    private readonly pageSize: number,
  ) {}

  /** Reads on to the end of the feed. */
  async catchUp(): Promise<void> {
    for (let more = true; more;) {
      const page = await this.events.changes(DEVELOPER, { first: this.pageSize, after: this.#after });
      for (const { customerId, joined, left } of page.nodes) {
        // Of one transaction, the customer that a record joined may come before the one that it left.
        for (const { source, recordId } of left) {
          const key = recordKey(source, recordId);
          if (this.owners.get(key) === customerId) this.owners.delete(key);
        }
        for (const { source, recordId } of joined) this.owners.set(recordKey(source, recordId), customerId);
      }
      this.#after = page.pageInfo.endCursor ?? this.#after;
      more = page.pageInfo.hasNextPage;
    }
  }

  /** Customers with their records, both in order. */
  partition(): [string, string[]][] {
    const members = new Map<string, string[]>();
    for (const [record, customer] of this.owners) members.set(customer, [...(members.get(customer) ?? []), record]);
    return [...members].map(([id, keys]): [string, string[]] => [id, keys.sort()]).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
