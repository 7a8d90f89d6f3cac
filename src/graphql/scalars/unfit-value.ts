import { GraphQLError } from 'graphql';

/** Thrown by our scalars: says what was expected and not what came. */
export class UnfitValue extends GraphQLError {
  override readonly name = 'UnfitValue';

  constructor(readonly expected: string) {
    super(`expected ${expected}`);
  }
}
