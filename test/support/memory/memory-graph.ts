import type { Flow, NewHold } from '../../../src/identity/breaker/breaker.types.js';
import type { CustomerState, IdentifierStatus } from '../../../src/identity/engine/engine.types.js';
import type { Decision, DecisionStatus } from '../../../src/identity/decisions/decision.types.js';
import type { IdentityEvent } from '../../../src/identity/events/event.types.js';
import type { RecordState } from '../../../src/identity/records/record.types.js';
import type { ContestReason } from '../../../src/identity/resolution/evidence.types.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';

/** A node of an identifier. */
export interface IdentifierNode {
  readonly key: IdentifierKey;
  readonly type: string;
  readonly namespace: string;
  readonly display: string;
  readonly reason: string | null;
  divided: boolean;
  /** Moments at which stewards cut its time. */
  cuts: readonly number[];
  status: IdentifierStatus;
  contested: boolean;
  contestReasons: readonly ContestReason[];
}

/** A node of a customer, live or former. */
export interface CustomerNode extends CustomerState {
  readonly status: 'LIVE' | 'MERGED' | 'EMPTIED';
  readonly createdTx: number;
  /** The transaction that ended it; null while it lives. */
  readonly retiredTx: number | null;
}

/** RESOLVES_TO while `toTx` is null, WAS_RESOLVED_TO afterwards. */
export interface MembershipEdge {
  readonly record: RecordKey;
  readonly customer: CustomerId;
  readonly fromTx: number;
  readonly toTx: number | null;
}

/** MERGED_INTO. */
export interface RedirectEdge {
  readonly from: CustomerId;
  readonly into: CustomerId;
  readonly tx: number;
}

/** A decision and how it stands. */
export interface DecisionNode extends Decision {
  readonly status: DecisionStatus;
  /** The sides as they were taken: those of the decision itself lose deleted records. */
  readonly everNamed: Decision['sides'];
  readonly createdTx: number;
  readonly endedTx: number | null;
  readonly endedBy: string | null;
}

/** An event with the number of its transaction. */
export interface EventNode extends IdentityEvent {
  readonly tx: number;
}

/** What Neo4j would hold, as plain data. Attachments are kept inside their records. */
export interface MemoryGraph {
  readonly records: Map<RecordKey, RecordState>;
  readonly identifiers: Map<IdentifierKey, IdentifierNode>;
  readonly customers: Map<CustomerId, CustomerNode>;
  memberships: MembershipEdge[];
  redirects: RedirectEdge[];
  /** Every decision ever taken; NAMES edges are the sides of the active ones. */
  readonly decisions: Map<string, DecisionNode>;
  readonly events: EventNode[];
  /** Open review items, as `kind about`. */
  readonly reviews: Set<string>;
  /** What sources said in the steps of their windows, by key. */
  readonly flows: Map<string, Flow>;
  /** Sources and jobs that were held, by id. */
  readonly holds: Map<string, NewHold>;
  /** Number of the last transaction. */
  tx: number;
}

/** A graph without anything in it. */
export function emptyGraph(): MemoryGraph {
  return {
    ...{ records: new Map(), identifiers: new Map(), customers: new Map(), decisions: new Map() },
    ...{ memberships: [], redirects: [], events: [], reviews: new Set<string>(), tx: 0 },
    ...{ flows: new Map<string, Flow>(), holds: new Map<string, NewHold>() },
  };
}

/** A copy that no later write to the original reaches. */
export function copyOf(graph: MemoryGraph): MemoryGraph {
  return {
    records: new Map(graph.records),
    identifiers: new Map([...graph.identifiers].map(([key, node]) => [key, { ...node }])),
    customers: new Map(graph.customers),
    memberships: [...graph.memberships],
    redirects: [...graph.redirects],
    decisions: new Map(graph.decisions),
    events: [...graph.events],
    reviews: new Set(graph.reviews),
    flows: new Map(graph.flows),
    holds: new Map(graph.holds),
    tx: graph.tx,
  };
}

/** Puts a graph back to an earlier copy, which must not be used afterwards. */
export function rollBack(graph: MemoryGraph, earlier: MemoryGraph): void {
  Object.assign(graph, earlier);
}

/** The customer that a record resolves to; null for a stub. */
export function customerOf(graph: MemoryGraph, record: RecordKey): CustomerId | null {
  return graph.memberships.find((edge) => edge.record === record && edge.toTx === null)?.customer ?? null;
}

/** Records that resolve to the customer now. */
export function membersOf(graph: MemoryGraph, customer: CustomerId): RecordKey[] {
  return graph.memberships
    .filter((edge) => edge.customer === customer && edge.toTx === null)
    .map((each) => each.record);
}

/** Decisions that hold. */
export function activeDecisions(graph: MemoryGraph): DecisionNode[] {
  return [...graph.decisions.values()].filter((each) => each.status === 'ACTIVE');
}

/** Records that hold the identifier by HAS_IDENTIFIER, that is, not withheld. */
export function holdersOf(graph: MemoryGraph, identifier: IdentifierKey): RecordKey[] {
  return [...graph.records.values()]
    .filter((record) => record.attachments.some((each) => each.identifier === identifier && each.status === 'ACTIVE'))
    .map((record) => record.key);
}

/** Records with at least one membership of the customer that ended in the transaction. */
export function leftIn(graph: MemoryGraph, customer: CustomerId, tx: number | null): RecordKey[] {
  return graph.memberships
    .filter((edge) => edge.customer === customer && edge.toTx !== null && edge.toTx === tx)
    .map((edge) => edge.record);
}

/** Records that a former id had when it was retired and that nobody deleted since; for a live one, its records. */
export function recordsAtTheEnd(graph: MemoryGraph, id: CustomerId): RecordKey[] {
  const node = graph.customers.get(id);
  if (!node || node.status === 'LIVE' || node.retiredTx === null) return membersOf(graph, id);
  const { retiredTx } = node;
  return leftIn(graph, id, retiredTx).filter((record) => stayedSince(graph, record, retiredTx));
}

function stayedSince(graph: MemoryGraph, record: RecordKey, tx: number): boolean {
  const next = graph.memberships.find((edge) => edge.record === record && edge.fromTx === tx);
  return next !== undefined && (next.toTx === null || stayedSince(graph, record, next.toTx));
}
