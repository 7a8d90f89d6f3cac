import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars/date-time.scalar.js';
import { Identifier } from '../../identity/graphql/identifier.types.js';
import { RecordReference } from '../../identity/graphql/record-ref.types.js';
import { Customer } from './customer.types.js';

export enum GraphNodeKind {
  CUSTOMER = 'CUSTOMER',
  RECORD = 'RECORD',
  IDENTIFIER = 'IDENTIFIER',
}
registerEnumType(GraphNodeKind, { name: 'GraphNodeKind' });

export enum GraphEdgeKind {
  RESOLVES_TO = 'RESOLVES_TO',
  HAS_IDENTIFIER = 'HAS_IDENTIFIER',
  WITHHELD_IDENTIFIER = 'WITHHELD_IDENTIFIER',
  CONTESTED_BY = 'CONTESTED_BY',
}
registerEnumType(GraphEdgeKind, {
  name: 'GraphEdgeKind',
  valuesMap: {
    RESOLVES_TO: { description: 'A record belongs to a customer.' },
    HAS_IDENTIFIER: { description: 'A record holds an identifier.' },
    WITHHELD_IDENTIFIER: { description: 'A record says that it holds an identifier, and that joins nobody.' },
    CONTESTED_BY: { description: 'Records of another customer hold this contested identifier too.' },
  },
});

@ObjectType({ description: 'Something to draw; what it is in detail is in the field of its kind.' })
export class GraphNode {
  @Field(() => ID, { description: 'Names the node within this answer.' })
  readonly id!: string;

  @Field(() => GraphNodeKind)
  readonly kind!: GraphNodeKind;

  @Field(() => String, { description: 'A caption.' })
  readonly label!: string;

  @Field(() => Boolean, { description: 'Another customer, met over a contested identifier.' })
  readonly neighbour!: boolean;

  @Field(() => Customer, { nullable: true })
  readonly customer!: Customer | null;

  @Field(() => RecordReference, { nullable: true })
  readonly record!: RecordReference | null;

  @Field(() => Identifier, { nullable: true })
  readonly identifier!: Identifier | null;
}

@ObjectType()
export class GraphEdge {
  @Field(() => ID)
  readonly from!: string;

  @Field(() => ID)
  readonly to!: string;

  @Field(() => GraphEdgeKind)
  readonly kind!: GraphEdgeKind;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a source first said that the record holds it.' })
  readonly capturedAt!: Date | null;
}

@ObjectType({ description: 'A customer to draw. Every edge is between two of the nodes.' })
export class IdentityGraph {
  @Field(() => Customer, { nullable: true, description: 'The customer that is drawn; null when no one has the id.' })
  readonly customer!: Customer | null;

  @Field(() => [GraphNode])
  readonly nodes!: readonly (GraphNode | Promise<GraphNode>)[];

  @Field(() => [GraphEdge])
  readonly edges!: readonly (GraphEdge | Promise<GraphEdge>)[];

  @Field(() => Boolean, { description: 'There is more than the limit lets through.' })
  readonly truncated!: boolean;
}
