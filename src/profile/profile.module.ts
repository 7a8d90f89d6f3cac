import { Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Graph } from '../graph/graph.js';
import { loadSurvivorship } from './policy/load-survivorship.js';
import { ProfileRepository } from './profile.repository.js';
import { ProfileResolver } from './profile.resolver.js';
import { ProfileService } from './profile.service.js';

/** A survivorship file that cannot be used stops the start: throws SurvivorshipError, which names every place. */
function profileService({ survivorshipFile }: Config, graph: Graph): ProfileService {
  const policy = loadSurvivorship(survivorshipFile);
  return new ProfileService(new ProfileRepository(graph, policy), policy);
}

/** What is known of a customer. */
@Module({
  providers: [{ provide: ProfileService, useFactory: profileService, inject: [CONFIG, Graph] }, ProfileResolver],
  exports: [ProfileService],
})
export class ProfileModule {}
