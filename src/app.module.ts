import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { GraphModule } from './graph/graph.module.js';
import { ApiModule } from './graphql/graphql.module.js';
import { HealthModule } from './health/health.module.js';
import { BrandsModule } from './brands/brands.module.js';
import { CustomersModule } from './customers/customers.module.js';
import { DecisionsModule } from './identity/decisions/decisions.module.js';
import { EventsModule } from './identity/events/events.module.js';
import { ExplainModule } from './identity/explain/explain.module.js';
import { IngestModule } from './ingest/ingest.module.js';
import { InteractionsModule } from './interactions/interactions.module.js';
import { PoliciesModule } from './identity/rollout/policies.module.js';
import { SearchModule } from './search/search.module.js';
import { SimulationModule } from './simulation/simulation.module.js';
import { ObservabilityModule } from './observability/observability.module.js';
import { ProfileModule } from './profile/profile.module.js';
import { StewardsModule } from './stewards/stewards.module.js';

/** What every process needs. */
const FOUNDATION = [ObservabilityModule, GraphModule, ApiModule, HealthModule];

/** What huella does; the only list of features. */
const FEATURES: NonNullable<DynamicModule['imports']> = [
  BrandsModule,
  CustomersModule,
  DecisionsModule,
  EventsModule,
  ExplainModule,
  IngestModule,
  InteractionsModule,
  SimulationModule,
  StewardsModule,
  PoliciesModule,
  SearchModule,
  ProfileModule,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.with(config), ...FOUNDATION, ...FEATURES] };
  }
}
