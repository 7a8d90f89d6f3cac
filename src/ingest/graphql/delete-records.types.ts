import { Field, InputType } from '@nestjs/graphql';
import { LIMITS } from '../../kernel/limits.js';
import { RecordRef } from '../../identity/graphql/record-ref.types.js';

/** A record to delete. */
@InputType({ description: 'A record that its source deleted.' })
export class DeleteRecordInput extends RecordRef {
  @Field(() => String, {
    nullable: true,
    description: 'Version of the deletion: an older upsert that arrives later does not bring the record back.',
  })
  readonly sourceVersion!: string | null;
}

@InputType()
export class DeleteRecordsInput {
  @Field(() => [DeleteRecordInput], { description: `At most ${LIMITS.recordsPerMutation}.` })
  readonly records!: readonly DeleteRecordInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Answers what would happen; nothing is written.' })
  readonly dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description: `A repetition with the same key and the same records answers the first result again and does nothing. At most ${LIMITS.idempotencyKeyChars} characters.`,
  })
  readonly idempotencyKey!: string | null;
}
