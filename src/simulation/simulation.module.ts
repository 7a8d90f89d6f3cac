import { Module } from '@nestjs/common';
import { DecisionsModule } from '../identity/decisions/decisions.module.js';
import { DecisionsService } from '../identity/decisions/decisions.service.js';
import { NamesService } from '../identity/decisions/names.service.js';
import { PoliciesModule } from '../identity/rollout/policies.module.js';
import { PolicyTrialService } from '../identity/rollout/policy-trial.service.js';
import { IngestModule } from '../ingest/ingest.module.js';
import { IngestService } from '../ingest/ingest.service.js';
import { SimulationResolver } from './simulation.resolver.js';
import { SimulationService } from './simulation.service.js';

/** What would happen if. */
@Module({
  imports: [DecisionsModule, IngestModule, PoliciesModule],
  providers: [
    {
      provide: SimulationService,
      useFactory: (
        ingest: IngestService,
        decisions: DecisionsService,
        names: NamesService,
        trials: PolicyTrialService,
      ) => new SimulationService(ingest, decisions, names, trials),
      inject: [IngestService, DecisionsService, NamesService, PolicyTrialService],
    },
    SimulationResolver,
  ],
})
export class SimulationModule {}
