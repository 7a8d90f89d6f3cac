import { Module } from '@nestjs/common';
import { DecisionsModule } from '../identity/decisions/decisions.module.js';
import { DecisionsService } from '../identity/decisions/decisions.service.js';
import { NamesService } from '../identity/decisions/names.service.js';
import { IngestModule } from '../ingest/ingest.module.js';
import { IngestService } from '../ingest/ingest.service.js';
import { SimulationResolver } from './simulation.resolver.js';
import { SimulationService } from './simulation.service.js';

/** What would happen if. */
@Module({
  imports: [DecisionsModule, IngestModule],
  providers: [
    {
      provide: SimulationService,
      useFactory: (ingest: IngestService, decisions: DecisionsService, names: NamesService) =>
        new SimulationService(ingest, decisions, names),
      inject: [IngestService, DecisionsService, NamesService],
    },
    SimulationResolver,
  ],
})
export class SimulationModule {}
