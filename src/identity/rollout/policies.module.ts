import { Module } from '@nestjs/common';
import { Graph } from '../../graph/graph.js';
import { GraphStartup } from '../../graph/graph-startup.js';
import { systemClock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Logger } from '../../observability/logger.js';
import { IdentityModule } from '../identity.module.js';
import { IdentityService } from '../identity.service.js';
import { PoliciesResolver } from './policies.resolver.js';
import { PoliciesService } from './policies.service.js';
import { PolicyTrialService } from './policy-trial.service.js';
import { RolloutWorker } from './rollout-worker.js';
import { RolloutService } from './rollout.service.js';

const tools = { clock: systemClock, newId };

/** The policies of the graph, and bringing customers along when another one comes into force. */
@Module({
  imports: [IdentityModule],
  providers: [
    {
      provide: PoliciesService,
      useFactory: (graph: Graph, { rules }: IdentityService) => new PoliciesService(graph, rules, tools),
      inject: [Graph, IdentityService],
    },
    {
      provide: RolloutService,
      useFactory: (graph: Graph, { rules }: IdentityService) => new RolloutService(graph, rules, tools),
      inject: [Graph, IdentityService],
    },
    {
      provide: RolloutWorker,
      useFactory: (rollout: RolloutService, startup: GraphStartup, logger: Logger) =>
        new RolloutWorker(rollout, startup, logger, systemClock),
      inject: [RolloutService, GraphStartup, Logger],
    },
    {
      provide: PolicyTrialService,
      useFactory: (graph: Graph, identity: IdentityService) => new PolicyTrialService(graph, identity),
      inject: [Graph, IdentityService],
    },
    PoliciesResolver,
  ],
  exports: [PolicyTrialService],
})
export class PoliciesModule {}
