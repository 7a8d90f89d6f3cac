import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { CustomersService } from '../customers/customers.service.js';
import { Graph } from '../graph/graph.js';
import { SearchRepository } from './search.repository.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

/** Finding people by what is known of them. */
@Module({
  imports: [CustomersModule],
  providers: [
    {
      provide: SearchService,
      useFactory: (graph: Graph, customers: CustomersService) =>
        new SearchService(new SearchRepository(graph), customers),
      inject: [Graph, CustomersService],
    },
    SearchResolver,
  ],
})
export class SearchModule {}
