import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';
import { PageInfo } from '../../graphql/page-info.js';
import { Identifier } from '../../identity/graphql/identifier.types.js';
import type { AttachmentStatus } from '../../identity/records/record.types.js';

const AttachmentStatusEnum: Readonly<Record<AttachmentStatus, AttachmentStatus>> = {
  ACTIVE: 'ACTIVE',
  HELD: 'HELD',
  STOPPED: 'STOPPED',
  REJECTED: 'REJECTED',
  DETACHED: 'DETACHED',
};
registerEnumType(AttachmentStatusEnum, {
  name: 'AttachmentStatus',
  description: "Whether a record's statement that it has an identifier counts.",
  valuesMap: {
    ACTIVE: { description: 'It counts.' },
    HELD: { description: 'It is kept as evidence and joins nobody for now.' },
    STOPPED: { description: 'Its source or job is held: it joins nobody until a steward has decided.' },
    REJECTED: { description: 'A steward decided that what its source said then does not count.' },
    DETACHED: { description: 'A steward decided that the record does not have the identifier.' },
  },
});

@ObjectType({ description: 'A statement of a record that it has an identifier.' })
export class Attachment extends Identifier {
  @Field(() => AttachmentStatusEnum)
  readonly attachment!: AttachmentStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a source first said so.' })
  readonly capturedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly since!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly until!: Date | null;
}

@ObjectType({ description: 'What one source system says about one person.' })
export class SourceRecord {
  @Field(() => String)
  readonly source!: string;

  @Field(() => String)
  readonly recordId!: string;

  @Field(() => ID, { description: 'The customer that it resolves to.' })
  readonly customerId!: string;

  @Field(() => String, { nullable: true, description: 'As the source sent it.' })
  readonly sourceVersion!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the source learned it.' })
  readonly capturedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When the newest statement about it arrived.' })
  readonly receivedAt!: Date;

  @Field(() => JsonScalar, { description: 'An object.' })
  readonly attributes!: Record<string, unknown>;

  @Field(() => [Attachment], { description: 'What it holds, by type.' })
  readonly identifiers!: readonly Attachment[];
}

@ObjectType()
export class RecordEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => SourceRecord)
  readonly node!: SourceRecord;
}

@ObjectType()
export class RecordConnection {
  @Field(() => [RecordEdge])
  readonly edges!: readonly RecordEdge[];

  @Field(() => [SourceRecord], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly SourceRecord[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
