import { Module } from '@nestjs/common';
import { Graph } from '../../graph/graph.js';
import { EventsResolver } from './events.resolver.js';
import { EventsService } from './events.service.js';

/** What happened to customers. */
@Module({
  providers: [
    { provide: EventsService, useFactory: (graph: Graph) => new EventsService(graph), inject: [Graph] },
    EventsResolver,
  ],
})
export class EventsModule {}
