import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { BrandsService } from '../brands/brands.service.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Graph } from '../graph/graph.js';
import { loadSurvivorship } from './policy/load-survivorship.js';
import { ProfileRepository } from './profile.repository.js';
import { ProfileResolver } from './profile.resolver.js';
import { ProfileService } from './profile.service.js';

/** A survivorship file that cannot be used stops the start: throws SurvivorshipError, which names every place. */
function profileService({ survivorshipFile }: Config, graph: Graph, brands: BrandsService): ProfileService {
  const policy = loadSurvivorship(survivorshipFile);
  return new ProfileService(new ProfileRepository(graph, policy), policy, brands);
}

/** What is known of a customer. */
@Module({
  imports: [BrandsModule],
  providers: [
    { provide: ProfileService, useFactory: profileService, inject: [CONFIG, Graph, BrandsService] },
    ProfileResolver,
  ],
  exports: [ProfileService],
})
export class ProfileModule {}
