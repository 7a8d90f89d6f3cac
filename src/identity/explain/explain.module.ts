import { Module } from '@nestjs/common';
import { Graph } from '../../graph/graph.js';
import { IdentityModule } from '../identity.module.js';
import { IdentityService } from '../identity.service.js';
import { ExplainRepository } from './explain.repository.js';
import { ExplainResolver } from './explain.resolver.js';
import { ExplainService } from './explain.service.js';

/** Why records are one customer, and why not. */
@Module({
  imports: [IdentityModule],
  providers: [
    { provide: ExplainRepository, useFactory: (graph: Graph) => new ExplainRepository(graph), inject: [Graph] },
    {
      provide: ExplainService,
      useFactory: (repository: ExplainRepository, identity: IdentityService) =>
        new ExplainService(repository, identity),
      inject: [ExplainRepository, IdentityService],
    },
    ExplainResolver,
  ],
})
export class ExplainModule {}
