import type { BrandScope } from '../auth/principal.js';
import type { Graph } from '../graph/graph.js';
import { LIMITS } from '../kernel/limits.js';
import { interactionOf, nodeOf } from './interaction-node.js';
import type { Direction, Interaction, Place, SubjectKey } from './interaction.types.js';
import * as queries from './interactions.queries.js';
import type { ItemSums } from './journey/items-owned.js';
import type { TypeCount } from './journey/journey-stage.js';
import type { JourneyRules } from './journey/rules.js';
import type { LookedRange } from './timeline/merge-ranges.js';
import { decideInteractions, type Decided } from './write/decide-interactions.js';
import type { NewInteraction } from './write/read-interaction.js';

/** One look at the ranges of a timeline, from a place to a moment. */
export interface Look {
  readonly order: 'newest-first' | 'oldest-first';
  /** Read behind this place, which is itself left out. */
  readonly from: Place;
  /** Up to this moment, included; epoch milliseconds. */
  readonly until: number;
  readonly types: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly brandIds: readonly string[] | null;
  readonly direction: Direction | null;
}

type Subjects = readonly SubjectKey[];

/** Stores and reads interactions. Every reading method takes the caller's scope, and shows interactions of its brands. */
export class InteractionsRepository {
  constructor(private readonly graph: Graph) {}

  /**
   * Adds those that are new, in one transaction. Of two writers who add one interaction at the same time, the second finds
   * it when its transaction runs again.
   */
  add(interactions: readonly NewInteraction[], receivedAt: number): Promise<Decided> {
    const ids = interactions.map(({ id }) => id);
    return this.graph.write('interactions.add', async (tx) => {
      const decided = decideInteractions(interactions, digests(await tx.all(queries.readInteractions, { ids })));
      // In one order everywhere, so that writers of the same interactions wait for each other and do not deadlock.
      const created = [...decided.created].sort((one, other) => (one.id < other.id ? -1 : 1));
      const rows = created.map((each) => nodeOf(each, receivedAt));
      if (rows.length > 0) await tx.run(queries.createInteractions, { rows });
      return decided;
    });
  }

  /** What `add` would do. */
  async rehearse(interactions: readonly NewInteraction[]): Promise<Decided> {
    const ids = interactions.map(({ id }) => id);
    return decideInteractions(interactions, digests(await this.graph.lookup(queries.readInteractions, { ids })));
  }

  /** Whom a live customer's interactions hang on, up to `limit`. Those without interactions are left out. */
  async subjects(scope: BrandScope, customerId: string, limit: number): Promise<SubjectKey[]> {
    if (!scope.all && scope.brandIds.length === 0) return [];
    return (await this.graph.lookup(queries.subjectsOfCustomer, { id: customerId, limit })).map((row) => row.subject);
  }

  /** Up to `limit` interactions of each range of the subjects: one range a subject, or one a subject and type. */
  async look(scope: BrandScope, subjects: Subjects, look: Look, limit: number): Promise<LookedRange<Interaction>[]> {
    const { order, from, until, types, channels, brandIds, direction } = look;
    const ranges = subjects.flatMap((subject) => types?.map((type) => ({ subject, type })) ?? [{ subject }]);
    const isFiltered = !scope.all || channels !== null || brandIds !== null || direction !== null;
    const share = Math.floor(LIMITS.interactionsPerLook / Math.max(1, ranges.length));
    const scan = isFiltered ? Math.max(limit, share) : limit;
    const older = types ? queries.lookOlderOfType : queries.lookOlder;
    const newer = types ? queries.lookNewerOfType : queries.lookNewer;
    const params = { scope, ranges, at: from.at, id: from.id, until, scan, limit, channels, brandIds, direction };
    const rows = await this.graph.lookup(order === 'newest-first' ? older : newer, params);
    return rows.map(({ stoppedAt, interactions }) => ({
      items: interactions.map(interactionOf),
      stoppedAt: stoppedAt && { at: Number(stoppedAt[0]), id: stoppedAt[1] },
    }));
  }

  /** How often each of `types` occurred until `now`, counted up to `most` a subject, and when last. */
  countTypes(
    scope: BrandScope,
    subjects: Subjects,
    types: readonly string[],
    most: number,
    now: number,
  ): Promise<TypeCount[]> {
    return this.graph.lookup(queries.countTypes, { scope, subjects, types, most, now });
  }

  /** Items after `after` of which more was bought than returned, by id. */
  sumItems(
    scope: BrandScope,
    subjects: Subjects,
    { purchases, returns }: JourneyRules,
    after: string,
    limit: number,
  ): Promise<ItemSums[]> {
    return this.graph.lookup(queries.sumItems, { scope, subjects, purchases, returns, after, limit });
  }

  /** Those of `channels` on which the subjects were seen, by a brand or by any. */
  async seenChannels(
    scope: BrandScope,
    subjects: Subjects,
    channels: readonly string[],
    brandId: string | null,
  ): Promise<Set<string>> {
    const rows = await this.graph.lookup(queries.seenChannels, { scope, subjects, channels, brandId });
    return new Set(rows.map(({ channel }) => channel));
  }
}

function digests(stored: readonly { id: string; contentHash: string }[]): ReadonlyMap<string, string> {
  return new Map(stored.map(({ id, contentHash }) => [id, contentHash]));
}
