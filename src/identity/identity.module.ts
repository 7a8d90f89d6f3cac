import { Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Graph } from '../graph/graph.js';
import { systemClock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { IdentityService } from './identity.service.js';
import { loadPolicy } from './policy/load-policy.js';

/** A policy file that cannot be used stops the start: throws PolicyError, which names every place. */
function identityService({ policyFile }: Config, graph: Graph): IdentityService {
  return new IdentityService(graph, { policy: loadPolicy(policyFile), clock: systemClock, newId });
}

/** The one writer of identities. */
@Module({
  providers: [{ provide: IdentityService, useFactory: identityService, inject: [CONFIG, Graph] }],
  exports: [IdentityService],
})
export class IdentityModule {}
