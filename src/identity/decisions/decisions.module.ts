import { Module } from '@nestjs/common';
import { Graph } from '../../graph/graph.js';
import { GraphStartup } from '../../graph/graph-startup.js';
import { IdentifiersModule } from '../../ingest/identifiers.module.js';
import { systemClock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Logger } from '../../observability/logger.js';
import { IdentityModule } from '../identity.module.js';
import { IdentityService } from '../identity.service.js';
import { HoldSteps } from '../breaker/hold-steps.js';
import { HoldWorker } from '../breaker/hold-worker.js';
import { HoldsResolver } from '../breaker/holds.resolver.js';
import { HoldsService } from '../breaker/holds.service.js';
import { BackgroundJobs } from '../background/background-jobs.js';
import { DecisionAnswers } from './decision-answers.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { IdentifiersService } from '../../ingest/identifiers.service.js';
import { NamesService } from './names.service.js';
import { ReviewsResolver } from '../reviews/reviews.resolver.js';
import { ReviewsService } from '../reviews/reviews.service.js';

/** What stewards decide about who is who. */
@Module({
  imports: [IdentityModule, IdentifiersModule],
  providers: [
    { provide: DecisionsRepository, useFactory: (graph: Graph) => new DecisionsRepository(graph), inject: [Graph] },
    {
      provide: DecisionsService,
      useFactory: (identity: IdentityService) => new DecisionsService(identity, newId),
      inject: [IdentityService],
    },
    {
      provide: DecisionAnswers,
      useFactory: (repository: DecisionsRepository) => new DecisionAnswers(repository, systemClock),
      inject: [DecisionsRepository],
    },
    {
      provide: BackgroundJobs,
      useFactory: (graph: Graph, identity: IdentityService, decisions: DecisionsService, logger: Logger) =>
        new BackgroundJobs(graph, identity, decisions, logger, systemClock),
      inject: [Graph, IdentityService, DecisionsService, Logger],
    },
    DecisionsResolver,
    {
      provide: NamesService,
      useFactory: (identifiers: IdentifiersService) => new NamesService(identifiers),
      inject: [IdentifiersService],
    },
    {
      provide: ReviewsService,
      useFactory: (graph: Graph, decisions: DecisionsService, holds: HoldsService) =>
        new ReviewsService(graph, decisions, holds),
      inject: [Graph, DecisionsService, HoldsService],
    },
    {
      provide: HoldsService,
      useFactory: (graph: Graph, identity: IdentityService) => new HoldsService(graph, identity, newId),
      inject: [Graph, IdentityService],
    },
    {
      provide: HoldWorker,
      useFactory: (graph: Graph, identity: IdentityService, startup: GraphStartup, logger: Logger) =>
        new HoldWorker(new HoldSteps(graph, identity), startup, logger, systemClock),
      inject: [Graph, IdentityService, GraphStartup, Logger],
    },
    HoldsResolver,
    ReviewsResolver,
  ],
  exports: [DecisionsService, NamesService],
})
export class DecisionsModule {}
