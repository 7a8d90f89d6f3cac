import { Module } from '@nestjs/common';
import { Graph } from '../graph/graph.js';
import { systemClock } from '../kernel/clock.js';
import { BrandsRepository } from './brands.repository.js';
import { BrandsResolver } from './brands.resolver.js';
import { BrandsService } from './brands.service.js';
import { SourcesResolver } from './sources.resolver.js';

/** Which brands there are, which systems speak for them, and who may see what they know. */
@Module({
  providers: [
    {
      provide: BrandsService,
      useFactory: (graph: Graph) => new BrandsService(graph, new BrandsRepository(graph), systemClock),
      inject: [Graph],
    },
    BrandsResolver,
    SourcesResolver,
  ],
  exports: [BrandsService],
})
export class BrandsModule {}
