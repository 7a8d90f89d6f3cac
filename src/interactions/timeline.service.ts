import type { BrandScope, Principal } from '../auth/principal.js';
import { badUserInput } from '../graphql/api-error.js';
import { connectionOf, cursorOf, pageSize, placeOf, type Connection } from '../graphql/paging.js';
import type { Clock } from '../kernel/clock.js';
import { LIMITS } from '../kernel/limits.js';
import type { Interaction, Place, SubjectKey } from './interaction.types.js';
import type { InteractionsRepository } from './interactions.repository.js';
import { itemsOwned, type OwnedItem } from './journey/items-owned.js';
import { journeyStage, type JourneyStage } from './journey/journey-stage.js';
import { typesOf, type JourneyRules } from './journey/rules.js';
import { channelVisibility, type ChannelVisibility } from './journey/visible-channels.js';
import { mergeRanges } from './timeline/merge-ranges.js';
import { BEGINNING, END, lookOf, type TimelineArgs } from './timeline/timeline-args.js';

/** A page of a timeline, newest first, with both its ends. */
export interface TimelinePage {
  readonly edges: readonly { readonly cursor: string; readonly node: Interaction }[];
  readonly nodes: readonly Interaction[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** The customer has more records and identifiers with interactions than one timeline takes in. */
  readonly truncated: boolean;
}

const cursorAt = ({ at, id }: Place): string => cursorOf([String(at), id]);
const placeOfInteraction = ({ occurredAt, id }: Interaction): Place => ({ at: occurredAt, id });

/** Answers what happened with a customer. */
export class TimelineService {
  constructor(
    private readonly repository: InteractionsRepository,
    private readonly rules: JourneyRules,
    private readonly clock: Clock,
  ) {}

  /** A page of a customer's interactions. Throws ApiError naming the argument that cannot be. */
  async page({ scope }: Principal, customerId: string, args: TimelineArgs): Promise<TimelinePage> {
    const { look, size } = lookOf(args);
    const { subjects, truncated } = await this.subjects(scope, customerId);
    const ranges = subjects.length > 0 ? await this.repository.look(scope, subjects, look, size + 1) : [];
    const read = mergeRanges(ranges, placeOfInteraction, size, look.order);
    const isForward = look.order === 'newest-first';
    const nodes = isForward ? read.items : [...read.items].reverse();
    const edges = nodes.map((node) => ({ cursor: cursorAt(placeOfInteraction(node)), node }));
    // Where the look stopped early, the page is left behind that place and not behind its last interaction.
    const far = read.end && cursorAt(read.end);
    const pageInfo = isForward
      ? {
          hasNextPage: read.hasMore,
          hasPreviousPage: Boolean(args.after),
          startCursor: edges[0]?.cursor ?? null,
          endCursor: far,
        }
      : {
          hasNextPage: Boolean(args.before),
          hasPreviousPage: read.hasMore,
          startCursor: far,
          endCursor: edges.at(-1)?.cursor ?? null,
        };
    return { edges, nodes, pageInfo, truncated };
  }

  /** The first interaction of all; null when there is none. */
  async firstTouch({ scope }: Principal, customerId: string): Promise<Interaction | null> {
    const { subjects } = await this.subjects(scope, customerId);
    if (subjects.length === 0) return null;
    let from: Place = { at: BEGINNING, id: '' };
    for (;;) {
      const everything = { types: null, channels: null, brandIds: null, direction: null, until: END };
      const ranges = await this.repository.look(scope, subjects, { ...everything, order: 'oldest-first', from }, 2);
      const read = mergeRanges(ranges, placeOfInteraction, 1, 'oldest-first');
      // A caller who sees few brands may have to look behind many interactions of others.
      if (read.items[0] || !read.hasMore || !read.end) return read.items[0] ?? null;
      from = read.end;
    }
  }

  /** Where the customer stands now. */
  async stage({ scope }: Principal, customerId: string): Promise<JourneyStage> {
    const { subjects } = await this.subjects(scope, customerId);
    const now = this.clock.now().getTime();
    const { rules } = this;
    const counts =
      subjects.length > 0
        ? await this.repository.countTypes(scope, subjects, typesOf(rules), rules.repeatFrom, now)
        : [];
    return journeyStage(counts, rules, now);
  }

  /** What the customer bought and did not return, by item. */
  async itemsOwned({ scope }: Principal, customerId: string, page: PageOf): Promise<Connection<OwnedItem>> {
    const first = pageSize(page.first);
    const [after = ''] = placeOf(page.after, 1);
    const { subjects } = await this.subjects(scope, customerId);
    const sums =
      subjects.length > 0 ? await this.repository.sumItems(scope, subjects, this.rules, after, first + 1) : [];
    return connectionOf(
      itemsOwned(sums),
      first,
      ({ itemId }) => [itemId],
      (owned) => owned,
    );
  }

  /** On which of `channels` the customer is seen, by one brand or by any. Throws ApiError when there are none or too many. */
  async channelVisibility(
    { scope }: Principal,
    customerId: string,
    channels: readonly string[],
    brandId: string | null,
  ): Promise<ChannelVisibility> {
    const most = LIMITS.interactionFilterValues;
    if (channels.length < 1 || channels.length > most) {
      throw badUserInput([{ field: 'channels', message: `must name 1 to ${most}` }]);
    }
    const { subjects } = await this.subjects(scope, customerId);
    const seen = await this.repository.seenChannels(scope, subjects, channels, brandId);
    return channelVisibility(channels, seen);
  }

  private async subjects(
    scope: BrandScope,
    customerId: string,
  ): Promise<{ subjects: SubjectKey[]; truncated: boolean }> {
    const most = LIMITS.subjectsPerTimeline;
    const found = await this.repository.subjects(scope, customerId, most + 1);
    return { subjects: found.slice(0, most), truncated: found.length > most };
  }
}

interface PageOf {
  readonly first: number;
  readonly after?: string | null;
}
