import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Caller } from '../auth/caller.js';
import { asViewer, type Principal } from '../auth/principal.js';
import { Customer } from '../customers/graphql/customer.types.js';
import { refuseOtherRules } from '../graphql/refuse-other-rules.js';
import { InteractionConnection } from './graphql/interaction.types.js';
import { ChannelVisibility, FirstTouch, JourneyStage, OwnedItemConnection } from './graphql/journey.types.js';
import { RecordInteractionsInput, RecordInteractionsPayload } from './graphql/record-interactions.types.js';
import { firstTouchOf, payloadOf, refuseTooMany, shown } from './graphql/shown.js';
import { TimelineArguments } from './graphql/timeline-arguments.types.js';
import type { InteractionRow } from './interaction.types.js';
import { InteractionsService } from './interactions.service.js';
import { TimelineService } from './timeline.service.js';
import type { TimelineArgs } from './timeline/timeline-args.js';

/** An interface, so that the validation pipe does not walk through every item: the write path checks them all. */
type Input = Readonly<RecordInteractionsInput>;

const AFTER = { type: () => String, nullable: true, description: 'endCursor of the page before.' };
const CHANNELS = { type: () => [String], description: 'The channels that there are, such as WEB, STORE and CALL.' };

@Resolver(() => Customer)
export class InteractionsResolver {
  constructor(
    private readonly interactions: InteractionsService,
    private readonly timelines: TimelineService,
  ) {}

  @Mutation(() => RecordInteractionsPayload, {
    description: 'Records what happened. What is wrong is rejected by itself; the same again changes nothing.',
  })
  async recordInteractions(
    @Caller() caller: Principal,
    @Args('input', { type: () => RecordInteractionsInput }) { interactions, dryRun }: Input,
  ) {
    refuseTooMany(interactions);
    const rows = interactions.map((each): InteractionRow => ({ ...each }));
    return payloadOf(await this.interactions.record(caller, rows, dryRun).catch(refuseOtherRules));
  }

  @ResolveField(() => InteractionConnection, {
    description: 'What happened with its records and with the identifiers that are its alone, newest first.',
  })
  async timeline(
    @Caller() caller: Principal,
    @Parent() parent: Customer,
    @Args({ type: () => TimelineArguments }) args: TimelineArgs,
  ) {
    const page = await this.timelines.page(asViewer(caller, parent), parent.id, args);
    const nodes = page.nodes.map(shown);
    return { ...page, nodes, edges: page.edges.map(({ cursor }, at) => ({ cursor, node: nodes[at] })) };
  }

  @ResolveField(() => JourneyStage, { description: 'Where it stands now.' })
  journeyStage(@Caller() caller: Principal, @Parent() parent: Customer) {
    return this.timelines.stage(asViewer(caller, parent), parent.id);
  }

  @ResolveField(() => FirstTouch, { nullable: true, description: 'How it was won; null before any interaction.' })
  async firstTouch(@Caller() caller: Principal, @Parent() parent: Customer) {
    const found = await this.timelines.firstTouch(asViewer(caller, parent), parent.id);
    return found && firstTouchOf(found);
  }

  @ResolveField(() => OwnedItemConnection, {
    description: 'What it bought and did not return: nothing to offer again.',
  })
  itemsOwned(
    @Caller() caller: Principal,
    @Parent() parent: Customer,
    @Args('first', { type: () => Int, description: 'Page size, 1 to 100.' }) first: number,
    @Args('after', AFTER) after?: string,
  ) {
    return this.timelines.itemsOwned(asViewer(caller, parent), parent.id, { first, after });
  }

  @ResolveField(() => ChannelVisibility, { description: 'The share of the channels on which it is seen.' })
  channelVisibility(
    @Caller() caller: Principal,
    @Parent() parent: Customer,
    @Args('channels', CHANNELS) channels: string[],
    @Args('brandId', { type: () => String, nullable: true }) brandId?: string,
  ) {
    return this.timelines.channelVisibility(asViewer(caller, parent), parent.id, channels, brandId ?? null);
  }
}
