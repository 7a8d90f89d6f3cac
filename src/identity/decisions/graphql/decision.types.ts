import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '../../../graphql/page-info.js';
import { UserError } from '../../../graphql/user-error.js';
import { DateTimeScalar } from '../../../graphql/scalars/date-time.scalar.js';
import type { EventKind } from '../../events/event.types.js';
import { RecordReference } from '../../graphql/record-ref.types.js';
import type { DecisionKind as Kind, DecisionStatus as Status } from '../decision.types.js';

export const DecisionKind: Readonly<Record<Kind, Kind>> = {
  ALWAYS: 'ALWAYS',
  NEVER: 'NEVER',
  DETACH: 'DETACH',
  BLOCK: 'BLOCK',
  CUT: 'CUT',
};
registerEnumType(DecisionKind, {
  name: 'DecisionKind',
  description: 'What a steward decided.',
  valuesMap: {
    ALWAYS: { description: 'The sides are one person.' },
    NEVER: { description: 'The sides are different people.' },
    DETACH: { description: 'The record does not have the identifier, whatever its source says.' },
    BLOCK: { description: 'The identifier joins nobody.' },
    CUT: { description: "From a moment on the identifier is somebody else's." },
  },
});

export const DecisionStatus: Readonly<Record<Status, Status>> = {
  ACTIVE: 'ACTIVE',
  REVOKED: 'REVOKED',
  EXPIRED: 'EXPIRED',
  ENDED: 'ENDED',
};
registerEnumType(DecisionStatus, {
  name: 'DecisionStatus',
  description: 'Whether a decision holds.',
  valuesMap: {
    ACTIVE: { description: 'It holds.' },
    REVOKED: { description: 'A steward took it back.' },
    EXPIRED: { description: 'Its time was over.' },
    ENDED: { description: 'A side of it has no record left.' },
  },
});

export const EventKindEnum: Readonly<Record<EventKind, EventKind>> = {
  MERGED: 'MERGED',
  SPLIT: 'SPLIT',
  MOVED: 'MOVED',
  REVIVED: 'REVIVED',
  EMPTIED: 'EMPTIED',
};
registerEnumType(EventKindEnum, {
  name: 'IdentityEventKind',
  description: 'What happened to a customer.',
  valuesMap: {
    MERGED: { description: 'Other customers ended in it.' },
    SPLIT: { description: 'Records left it and are customers of their own.' },
    MOVED: { description: 'It took over records of a customer that goes on.' },
    REVIVED: { description: 'Its id is live again.' },
    EMPTIED: { description: 'Its last record went away.' },
  },
});

@ObjectType({ description: 'An identifier that a decision names; its value is only shown masked.' })
export class NamedIdentifier {
  @Field(() => String)
  readonly type!: string;

  @Field(() => String)
  readonly namespace!: string;

  @Field(() => String, { description: 'The value, masked.' })
  readonly display!: string;
}

@ObjectType({ description: 'One side of a decision.' })
export class DecisionSide {
  @Field(() => [RecordReference], { description: 'The first of its records.' })
  readonly records!: readonly RecordReference[];

  @Field(() => Int)
  readonly recordCount!: number;

  @Field(() => [NamedIdentifier], {
    description: 'The first identifiers by which a record is known to be of this side.',
  })
  readonly identifiers!: readonly NamedIdentifier[];
}

/** A decision as people see it. */
@ObjectType({ description: 'What a steward decided: data, with who, why and until when.' })
export class Decision {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DecisionKind)
  readonly kind!: Kind;

  @Field(() => DecisionStatus)
  readonly status!: Status;

  @Field(() => String, { description: 'Who decided.' })
  readonly actor!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTimeScalar)
  readonly decidedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly expiresAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Of a CUT: from when on the identifier is another one's.",
  })
  readonly cutAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it holds no more.' })
  readonly endedAt!: Date | null;

  @Field(() => [DecisionSide])
  readonly sides!: readonly DecisionSide[];
}

@ObjectType({ description: 'What a decision does to one customer.' })
export class IdentityChange {
  @Field(() => EventKindEnum)
  readonly kind!: EventKind;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => [ID], { description: 'Ids that end in it.' })
  readonly retiredIds!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'For unmerge; null in a dry run.' })
  readonly eventId!: string | null;
}

@ObjectType()
export class DecisionPayload {
  @Field(() => Decision, { nullable: true, description: 'Null when it was refused, and in a dry run.' })
  readonly decision!: Decision | null;

  @Field(() => [IdentityChange], {
    description: 'Empty when nobody changes: other identifiers still join what was parted, or told it apart before.',
  })
  readonly changes!: readonly IdentityChange[];

  @Field(() => Boolean, { description: 'True when an earlier mutation of this idempotency key did the work.' })
  readonly replayed!: boolean;

  @Field(() => [UserError])
  readonly userErrors!: readonly UserError[];
}

@ObjectType()
export class DecisionEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Decision)
  readonly node!: Decision;
}

@ObjectType()
export class DecisionConnection {
  @Field(() => [DecisionEdge])
  readonly edges!: readonly DecisionEdge[];

  @Field(() => [Decision], { description: 'The nodes of the edges.' })
  readonly nodes!: readonly Decision[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
