import { Args, Query, Resolver } from '@nestjs/graphql';
import { Caller } from '../auth/caller.js';
import type { Principal } from '../auth/principal.js';
import { SimulatedChangeInput, Simulation } from './simulation.types.js';
import { SimulationService } from './simulation.service.js';

@Resolver()
export class SimulationResolver {
  constructor(private readonly simulations: SimulationService) {}

  @Query(() => Simulation, { description: 'What a change would do, tried in a transaction that is rolled back.' })
  simulate(
    @Caller() caller: Principal,
    @Args('change', { type: () => SimulatedChangeInput }) change: Readonly<SimulatedChangeInput>,
  ) {
    return this.simulations.simulate(caller, change);
  }
}
