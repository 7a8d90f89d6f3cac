import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { VERSION } from '../config/version.js';

/** What answers. */
@ObjectType({ description: 'The service itself.' })
export class About {
  @Field({ description: 'Version of huella.' })
  readonly version!: string;
}

@Resolver()
export class AboutResolver {
  @Query(() => About, { description: 'The service itself: asked first, it shows that everything is in place.' })
  about(): About {
    return { version: VERSION };
  }
}
