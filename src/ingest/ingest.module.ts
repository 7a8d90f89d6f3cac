import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { IdentityService } from '../identity/identity.service.js';
import { IngestResolver } from './ingest.resolver.js';
import { IngestService } from './ingest.service.js';

/** What sources say, taken in over GraphQL. */
@Module({
  imports: [IdentityModule, CustomersModule],
  providers: [
    {
      provide: IngestService,
      useFactory: (identity: IdentityService) => new IngestService(identity),
      inject: [IdentityService],
    },
    IngestResolver,
  ],
  exports: [IngestService],
})
export class IngestModule {}
