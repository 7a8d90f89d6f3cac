import type { DecisionRow } from '../../../src/identity/decisions/decision-rows.js';
import type { DecisionStoryRow, StandingRow } from '../../../src/identity/decisions/decision.queries.js';
import type { DecisionKind, DecisionStatus } from '../../../src/identity/decisions/decision.types.js';
import type { EventKind } from '../../../src/identity/events/event.types.js';
import type { EventRow } from '../../../src/identity/events/event.queries.js';
import type { CustomerId, IdentifierKey, RecordKey } from '../../../src/kernel/ids.js';
import { customerOf, type DecisionNode, type MemoryGraph } from './memory-graph.js';
import { readDecisions as activeDecisionsOn, recordsHeldBefore } from './memory-reads.js';

/** decisions/customers-standing */
export function customersStanding(graph: MemoryGraph, { ids }: { ids: readonly string[] }): StandingRow[] {
  return ids.flatMap((id) => {
    const node = graph.customers.get(id as CustomerId);
    const into = graph.redirects.filter((edge) => edge.from === id).map((edge) => edge.into);
    return node ? [{ id: node.id, status: node.status, into }] : [];
  });
}

/** decisions/read-decisions */
export function readDecisions(graph: MemoryGraph, { ids }: { ids: readonly string[] }): DecisionStoryRow[] {
  return ids.flatMap((id) => {
    const node = graph.decisions.get(id);
    return node ? [storyRow(node)] : [];
  });
}

function storyRow(node: DecisionNode): DecisionStoryRow {
  const { status, endedBy } = node;
  const row = decisionRow({ ...node, sides: node.everNamed });
  const identifiers = row.identifiers.map((each) => ({ ...each, type: '', namespace: '', display: '' }));
  return { ...row, identifiers, status, endedAt: null, endedBy };
}

function decisionRow(node: DecisionNode): DecisionRow {
  const { id, kind, actor, reason, decidedAt, expiresAt, payloadHash, skipped, sides } = node;
  return {
    ...{ id, kind, actor, reason, decidedAt, expiresAt, payloadHash, skipped: skipped ?? null, sides: sides.length },
    records: sides.flatMap(({ records }, side) => records.map((key) => ({ side, key }))),
    identifiers: sides.flatMap(({ identifiers }, side) => identifiers.map((key) => ({ side, key }))),
  };
}

/** identity/lock-decisions */
export function lockDecisions(
  graph: MemoryGraph,
  { ids }: { ids: readonly string[] },
): { id: string; status: DecisionStatus }[] {
  return ids.flatMap((id) => {
    const node = graph.decisions.get(id);
    return node ? [{ id, status: node.status }] : [];
  });
}

/** decisions/decisions-of-identifier */
export function decisionsOfIdentifier(
  graph: MemoryGraph,
  { key, by }: { key: IdentifierKey; by: string | null },
): { reason: string | null; blocks: string[]; ended: string[] }[] {
  const node = graph.identifiers.get(key);
  if (!node) return [];
  const blocking = [...graph.decisions.values()].filter(
    (each) => each.kind === 'BLOCK' && each.sides.some((side) => side.identifiers.includes(key)),
  );
  const blocks = blocking.filter((each) => each.status === 'ACTIVE').map((each) => each.id);
  const ended = blocking.filter((each) => each.status !== 'ACTIVE' && by !== null && each.endedBy === by);
  return [{ reason: node.reason, blocks, ended: ended.map((each) => each.id) }];
}

/** decisions/events-of-decision */
export function eventsOfDecision(
  graph: MemoryGraph,
  { id, ended }: { id: string; ended: boolean },
): { id: string; kind: EventKind; customer: CustomerId; retired: CustomerId[] }[] {
  const node = graph.decisions.get(id);
  const tx = ended ? node?.endedTx : node?.createdTx;
  return graph.events
    .filter((event) => event.tx === tx && event.decisions.includes(id))
    .map((event) => ({ id: event.id, kind: event.kind, customer: event.customer, retired: [...event.retired] }));
}

/** events/read-event */
export function readEvent(graph: MemoryGraph, { id }: { id: string }): EventRow[] {
  return graph.events.flatMap((event, index) => {
    if (event.id !== id) return [];
    const { tx, kind, customer, retired, identifiers } = event;
    const decisions = event.decisions.flatMap((each) => graph.decisions.get(each) ?? []);
    return {
      ...{ id, seq: index + 1, tx, kind, customer, retired: [...retired], identifiers: identifiers.length },
      decisions: decisions.map((each) => ({
        id: each.id,
        kind: each.kind,
        status: each.status,
        endedBy: each.endedBy,
      })),
    };
  });
}

/** events/later-events */
export function laterEvents(
  graph: MemoryGraph,
  { customers, seq, limit }: { customers: readonly CustomerId[]; seq: number; limit: number },
): { id: string }[] {
  const about = graph.events
    .slice(seq)
    .filter((event) => [event.customer, ...event.retired].some((id) => customers.includes(id)));
  return about.slice(0, limit).map(({ id }) => ({ id }));
}

/** identity/records-before */
export function recordsBefore(
  graph: MemoryGraph,
  { rows }: { rows: readonly { id: CustomerId; tx: number }[] },
): { id: CustomerId; records: RecordKey[] }[] {
  const found = rows.map(({ id, tx }) => ({ id, records: recordsHeldBefore(graph, id, tx) }));
  return found.filter((each) => each.records.length > 0);
}

/** identity/reach-by-records */
export function reachByRecords(
  graph: MemoryGraph,
  { keys }: { keys: readonly RecordKey[] },
): { key: RecordKey; customerId: CustomerId }[] {
  return keys.flatMap((key) => {
    const customerId = customerOf(graph, key);
    return customerId ? [{ key, customerId }] : [];
  });
}

/** identity/decisions-on */
export function decisionsOn(
  graph: MemoryGraph,
  params: {
    records: readonly RecordKey[];
    identifiers: readonly IdentifierKey[];
    kinds: readonly DecisionKind[];
  },
): DecisionRow[] {
  const { records, identifiers, kinds } = params;
  const active = activeDecisionsOn(graph, records, identifiers).filter((each) => kinds.includes(each.kind));
  return active.flatMap(({ id }) => graph.decisions.get(id) ?? []).map(decisionRow);
}
