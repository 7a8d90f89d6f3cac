import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';
import { LIMITS } from '../../kernel/limits.js';
import { IdentifierInput } from './identifier-input.types.js';

export enum UpsertMode {
  REPLACE = 'REPLACE',
  PATCH = 'PATCH',
}
registerEnumType(UpsertMode, {
  name: 'UpsertMode',
  description: 'How an upsert treats what the record said before.',
  valuesMap: {
    REPLACE: { description: 'The record says this and nothing else.' },
    PATCH: { description: 'The record says this too; removals are named, and a null attribute is cleared.' },
  },
});

/** An identifier of a record, with its tenure. */
@InputType({ description: 'A statement that the record has an identifier.' })
export class AttachmentInput extends IdentifierInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the identifier is theirs.' })
  readonly since!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it was theirs.' })
  readonly until!: string | null;
}

/** One source record. */
@InputType({ description: 'What one source system says about one person.' })
export class RecordInput {
  @Field(() => String, { description: `The source system: 1 to ${LIMITS.recordKeyChars} characters without |.` })
  readonly source!: string;

  @Field(() => String, { description: `The record's id in its source: 1 to ${LIMITS.recordKeyChars} characters.` })
  readonly recordId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A whole number or an RFC 3339 instant; orders the versions of a record however late they arrive.',
  })
  readonly sourceVersion!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the source learned this.' })
  readonly capturedAt!: string | null;

  @Field(() => [AttachmentInput], { description: `At most ${LIMITS.identifiersPerRecord}; none is allowed too.` })
  readonly identifiers!: readonly AttachmentInput[];

  @Field(() => [IdentifierInput], {
    nullable: true,
    description: 'With PATCH: identifiers that the record has no more.',
  })
  readonly removeIdentifiers!: readonly IdentifierInput[] | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'An object: givenName, familyName, fullName, birthDate (YYYY-MM-DD), address { country } and whatever else the source knows.',
  })
  readonly attributes!: Record<string, unknown> | null;

  @Field(() => UpsertMode, { nullable: true, defaultValue: UpsertMode.REPLACE })
  readonly mode!: UpsertMode | null;
}

@InputType()
export class UpsertRecordsInput {
  @Field(() => [RecordInput], { description: `At most ${LIMITS.recordsPerMutation}.` })
  readonly records!: readonly RecordInput[];

  @Field(() => String, {
    nullable: true,
    description: `The load or run that these records belong to, 1 to ${LIMITS.recordKeyChars} characters: it is held by itself when it joins too much.`,
  })
  readonly job!: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Answers what would happen; nothing is written.' })
  readonly dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description: `A repetition with the same key and the same records answers the first result again and does nothing. At most ${LIMITS.idempotencyKeyChars} characters.`,
  })
  readonly idempotencyKey!: string | null;
}
