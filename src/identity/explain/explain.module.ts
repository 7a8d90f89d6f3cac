import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/customers.module.js';
import { CustomersService } from '../../customers/customers.service.js';
import { Graph } from '../../graph/graph.js';
import { IdentityModule } from '../identity.module.js';
import { IdentityService } from '../identity.service.js';
import { BridgesService } from './bridges.service.js';
import { ExplainRepository } from './explain.repository.js';
import { ExplainResolver } from './explain.resolver.js';
import { ExplainService } from './explain.service.js';

/** Why records are one customer, why not, and what holds them together. */
@Module({
  imports: [CustomersModule, IdentityModule],
  providers: [
    { provide: ExplainRepository, useFactory: (graph: Graph) => new ExplainRepository(graph), inject: [Graph] },
    {
      provide: ExplainService,
      useFactory: (repository: ExplainRepository, identity: IdentityService) =>
        new ExplainService(repository, identity),
      inject: [ExplainRepository, IdentityService],
    },
    {
      provide: BridgesService,
      useFactory: (repository: ExplainRepository, customers: CustomersService, identity: IdentityService) =>
        new BridgesService(repository, customers, identity),
      inject: [ExplainRepository, CustomersService, IdentityService],
    },
    ExplainResolver,
  ],
})
export class ExplainModule {}
