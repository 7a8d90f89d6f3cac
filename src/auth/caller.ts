import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { ApiContext, Principal } from './principal.js';

/** A resolver's parameter: the principal who asks. */
export const Caller = createParamDecorator((_: undefined, context: ExecutionContext): Principal => {
  return GqlExecutionContext.create(context).getContext<ApiContext>().principal;
});
