import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { BrandsService } from '../brands/brands.service.js';
import { CustomersModule } from '../customers/customers.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { IdentityService } from '../identity/identity.service.js';
import { IngestResolver } from './ingest.resolver.js';
import { IngestService } from './ingest.service.js';

/** What sources say, taken in over GraphQL. */
@Module({
  imports: [IdentityModule, CustomersModule, BrandsModule],
  providers: [
    {
      provide: IngestService,
      useFactory: (identity: IdentityService, brands: BrandsService) => new IngestService(identity, brands),
      inject: [IdentityService, BrandsService],
    },
    IngestResolver,
  ],
  exports: [IngestService],
})
export class IngestModule {}
