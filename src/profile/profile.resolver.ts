import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Caller } from '../auth/caller.js';
import { scopeFor, type Principal } from '../auth/principal.js';
import { Customer } from '../customers/graphql/customer.types.js';
import { GoldenRecord } from './graphql/golden-record.types.js';
import { showProfile } from './graphql/show-profile.js';
import { ProfileService } from './profile.service.js';

@Resolver(() => Customer)
export class ProfileResolver {
  constructor(private readonly profiles: ProfileService) {}

  @ResolveField(() => GoldenRecord, {
    description: 'What its records say of the person, one value of each kind, with where it comes from.',
  })
  async profile(@Caller() caller: Principal, @Parent() parent: Pick<Customer, 'id' | 'viewedBy'>) {
    return showProfile(await this.profiles.of(scopeFor(caller, parent), parent.id));
  }
}
