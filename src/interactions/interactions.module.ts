import { Module } from '@nestjs/common';
import { Graph } from '../graph/graph.js';
import { IdentityModule } from '../identity/identity.module.js';
import { IdentityService } from '../identity/identity.service.js';
import { IdentifiersModule } from '../ingest/identifiers.module.js';
import { IdentifiersService } from '../ingest/identifiers.service.js';
import { systemClock } from '../kernel/clock.js';
import { InteractionsRepository } from './interactions.repository.js';
import { InteractionsResolver } from './interactions.resolver.js';
import { InteractionsService } from './interactions.service.js';
import { DEFAULT_JOURNEY_RULES } from './journey/rules.js';
import { TimelineService } from './timeline.service.js';

/** What happened between customers and brands. */
@Module({
  imports: [IdentityModule, IdentifiersModule],
  providers: [
    {
      provide: InteractionsRepository,
      useFactory: (graph: Graph) => new InteractionsRepository(graph),
      inject: [Graph],
    },
    {
      provide: InteractionsService,
      useFactory: (repository: InteractionsRepository, identifiers: IdentifiersService, identity: IdentityService) =>
        new InteractionsService(repository, identifiers, identity, systemClock),
      inject: [InteractionsRepository, IdentifiersService, IdentityService],
    },
    {
      provide: TimelineService,
      useFactory: (repository: InteractionsRepository) =>
        new TimelineService(repository, DEFAULT_JOURNEY_RULES, systemClock),
      inject: [InteractionsRepository],
    },
    InteractionsResolver,
  ],
})
export class InteractionsModule {}
