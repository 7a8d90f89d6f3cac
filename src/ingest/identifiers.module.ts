import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { IdentityService } from '../identity/identity.service.js';
import { IdentifiersService } from './identifiers.service.js';

/** Reading identifiers, for those who ask as well as for those who write. */
@Module({
  imports: [IdentityModule],
  providers: [
    {
      provide: IdentifiersService,
      useFactory: (identity: IdentityService) => new IdentifiersService(identity),
      inject: [IdentityService],
    },
  ],
  exports: [IdentifiersService],
})
export class IdentifiersModule {}
