import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { BrandsService } from '../brands/brands.service.js';
import { Graph } from '../graph/graph.js';
import { IdentifiersModule } from '../ingest/identifiers.module.js';
import { IdentifiersService } from '../ingest/identifiers.service.js';
import { CustomersRepository } from './customers.repository.js';
import { CustomersResolver } from './customers.resolver.js';
import { CustomersService } from './customers.service.js';
import { ResolveService } from './resolve.service.js';

/** Who is who, for those who ask. */
@Module({
  imports: [IdentifiersModule, BrandsModule],
  providers: [
    { provide: CustomersRepository, useFactory: (graph: Graph) => new CustomersRepository(graph), inject: [Graph] },
    {
      provide: CustomersService,
      useFactory: (repository: CustomersRepository, identifiers: IdentifiersService, brands: BrandsService) =>
        new CustomersService(repository, identifiers, brands),
      inject: [CustomersRepository, IdentifiersService, BrandsService],
    },
    {
      provide: ResolveService,
      useFactory: (repository: CustomersRepository, identifiers: IdentifiersService) =>
        new ResolveService(repository, identifiers),
      inject: [CustomersRepository, IdentifiersService],
    },
    CustomersResolver,
  ],
  exports: [CustomersService],
})
export class CustomersModule {}
