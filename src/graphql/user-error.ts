import { Field, ObjectType } from '@nestjs/graphql';
import type { UserErrorCode } from './error-codes.js';

/** An expected refusal, returned beside the result of a mutation. Its message never repeats a value. */
@ObjectType({ description: 'Why a part of the input was refused. Never repeats a value.' })
export class UserError {
  @Field(() => String, { description: 'Stable; see docs/errors.md.' })
  readonly code!: UserErrorCode;

  @Field(() => String, { nullable: true, description: 'Path to the field, such as `records[0].identifiers[2].value`.' })
  readonly field!: string | null;

  @Field()
  readonly message!: string;
}

/** A user error about `field`, a path such as `records[0].source`; null when it concerns the whole input. */
export function userError(code: UserErrorCode, field: string | null, message: string): UserError {
  return { code, field, message };
}
