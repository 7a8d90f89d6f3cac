import type { CustomerState, MembershipPlan, WritePlan } from '../../../src/identity/engine/engine.types.js';
import type { DecisionsAfter } from '../../../src/identity/decisions/decisions-after.js';
import type { CustomerId, RecordKey } from '../../../src/kernel/ids.js';
import { changesMembership } from '../../../src/identity/membership-writer.js';
import { type CustomerNode, membersOf, type MemoryGraph } from './memory-graph.js';

/** Writes a plan with the meaning, and in the order, of the statements that `evidence-writer` and `membership-writer` send. */
export function writePlan(graph: MemoryGraph, plan: WritePlan): void {
  writeEvidence(graph, plan);
  for (const { key, contested, contestReasons } of plan.membership.marks) {
    const node = graph.identifiers.get(key);
    if (node) Object.assign(node, { contested, contestReasons: contested ? contestReasons : [] });
  }
  const { begun, ended } = plan.decisions;
  const holds = plan.holds ?? [];
  const isNumbered = changesMembership(plan.membership) || begun.length + ended.length + holds.length > 0;
  writeNotes(graph, plan);
  writeUnnamed(graph, plan.decisions);
  writeDecisions(graph, plan, graph.tx + (isNumbered ? 1 : 0));
  if (!isNumbered) return;
  graph.tx += 1;
  for (const { key, records, merges, gained } of plan.tally?.rows ?? []) {
    const old = graph.flows.get(key) ?? { records: 0, merges: 0, gained: 0 };
    const now = { records: old.records + records, merges: old.merges + merges, gained: old.gained + gained };
    graph.flows.set(key, { key, ...now });
  }
  for (const hold of holds) graph.holds.set(hold.id, hold);
  writeCustomers(graph, plan.membership);
  writeMoves(graph, plan.membership);
  writeFormerIds(graph, plan.membership);
  graph.events.push(...plan.events.map((event) => ({ ...event, tx: graph.tx })));
}

/** Decisions that begin, that cannot be followed, also from their beginning, and that end. */
function writeDecisions(graph: MemoryGraph, { decisions, membership }: WritePlan, tx: number): void {
  for (const decision of decisions.begun) {
    const fresh = { status: 'ACTIVE', createdTx: tx, endedTx: null, endedBy: null } as const;
    graph.decisions.set(decision.id, { ...decision, everNamed: decision.sides, ...fresh });
  }
  for (const { decision, open } of membership.skipped) {
    const node = graph.decisions.get(decision);
    if (!node) throw new Error('no such decision');
    graph.decisions.set(decision, { ...node, skipped: open });
  }
  for (const { decision, status, by } of decisions.ended) {
    const node = graph.decisions.get(decision.id);
    if (node?.status !== 'ACTIVE') throw new Error('a decision ends that does not hold');
    graph.decisions.set(decision.id, { ...node, status, skipped: false, endedTx: tx, endedBy: by });
  }
}

/** Conflicts with themselves, and what comes up for review. */
function writeNotes(graph: MemoryGraph, { membership, reviews }: WritePlan): void {
  for (const { record, types } of membership.conflicts) {
    const node = graph.records.get(record);
    if (node) graph.records.set(record, { ...node, conflicts: types });
  }
  for (const { kind, about, open } of reviews) {
    if (open) graph.reviews.add(`${kind} ${about}`);
    else graph.reviews.delete(`${kind} ${about}`);
  }
}

function writeUnnamed(graph: MemoryGraph, { unnamed }: DecisionsAfter): void {
  for (const { decision, record } of unnamed) {
    const node = graph.decisions.get(decision);
    if (!node) throw new Error('no such decision');
    const sides = node.sides.map((side) => ({ ...side, records: side.records.filter((key) => key !== record) }));
    graph.decisions.set(decision, { ...node, sides });
  }
}

/** The engine makes a record's next state of what it read; whom it resolves to is no property of the node. */
const NOT_OF_THE_RECORD = { customerId: undefined, named: undefined };

function writeEvidence(graph: MemoryGraph, plan: WritePlan): void {
  const attached = new Set(plan.records.flatMap(({ after }) => after.attachments.map((each) => each.identifier)));
  for (const { key, type, namespace, display, before, status, reason, divided, cuts } of plan.identifiers) {
    const node = graph.identifiers.get(key);
    if (before && node) Object.assign(node, { status, divided: node.divided || divided });
    if (before && node && before.cuts.join() !== cuts.join()) Object.assign(node, { cuts });
    if (before || !attached.has(key)) continue;
    if (node) throw new Error('an identifier is created twice');
    const fresh = { contested: false, contestReasons: [] };
    graph.identifiers.set(key, { key, type, namespace, display, reason, status, divided, cuts, ...fresh });
  }
  for (const { before, after } of plan.records) {
    if (graph.records.has(after.key) !== (before !== null)) throw new Error('a record is created twice or not at all');
    graph.records.set(after.key, { ...after, ...NOT_OF_THE_RECORD });
  }
}

function writeCustomers(graph: MemoryGraph, plan: MembershipPlan): void {
  for (const state of plan.created) {
    if (graph.customers.has(state.id)) throw new Error('a customer is created twice');
    graph.customers.set(state.id, { ...state, status: 'LIVE', createdTx: graph.tx, retiredTx: null });
  }
  for (const state of plan.updated) update(graph, state.id, state);
}

function update(graph: MemoryGraph, id: CustomerId, facts: Partial<CustomerState & CustomerNode>): void {
  const node = graph.customers.get(id);
  if (node) graph.customers.set(id, { ...node, ...facts });
}

function writeMoves(graph: MemoryGraph, plan: MembershipPlan): void {
  for (const { from, into } of plan.absorbed) {
    const records = membersOf(graph, from);
    end(graph, records);
    for (const record of records) start(graph, record, into);
  }
  end(
    graph,
    plan.moves.filter((move) => move.from).map((move) => move.record),
  );
  for (const { record, to } of plan.moves) if (to) start(graph, record, to);
}

function end(graph: MemoryGraph, records: readonly RecordKey[]): void {
  const leaving = new Set(records);
  graph.memberships = graph.memberships.map((edge) =>
    edge.toTx === null && leaving.has(edge.record) ? { ...edge, toTx: graph.tx } : edge,
  );
}

function start(graph: MemoryGraph, record: RecordKey, customer: CustomerId): void {
  if (!graph.customers.has(customer) || !graph.records.has(record)) throw new Error('nothing to connect');
  graph.memberships.push({ record, customer, fromTx: graph.tx, toTx: null });
}

function writeFormerIds(graph: MemoryGraph, plan: MembershipPlan): void {
  for (const { id, into } of plan.retired) retire(graph, id, into);
  const moved = [...plan.redirected, ...plan.retired, ...plan.revived.map((id) => ({ id, into: [] }))];
  const targets = new Map<CustomerId, readonly CustomerId[]>(moved.map(({ id, into }) => [id, into]));
  graph.redirects = graph.redirects.filter((edge) => targets.get(edge.from)?.includes(edge.into) ?? true);
  for (const { id, into } of moved) {
    for (const live of into.filter((to) => !graph.redirects.some((edge) => edge.from === id && edge.into === to)))
      graph.redirects.push({ from: id, into: live, tx: graph.tx });
  }
  for (const { id, into } of plan.retired) if (into.length === 1 && into[0]) flatten(graph, id, into[0]);
  for (const id of plan.revived) update(graph, id, { status: 'LIVE', retiredTx: null });
}

function retire(graph: MemoryGraph, id: CustomerId, into: readonly CustomerId[]): void {
  const node = graph.customers.get(id);
  if (!node) return;
  const retiredTx = node.status === 'LIVE' ? graph.tx : node.retiredTx;
  const status = into.length === 0 ? 'EMPTIED' : 'MERGED';
  update(graph, id, { status, retiredTx, size: 0, constrained: false, unsettled: false, slots: [], persons: [] });
}

/** Whoever pointed at `id` points at `into`. */
function flatten(graph: MemoryGraph, id: CustomerId, into: CustomerId): void {
  const followers = graph.redirects.filter((edge) => edge.into === id && edge.from !== into);
  graph.redirects = graph.redirects.filter((edge) => !followers.includes(edge));
  for (const { from } of followers) {
    const isThere = graph.redirects.some((edge) => edge.from === from && edge.into === into);
    if (!isThere) graph.redirects.push({ from, into, tx: graph.tx });
  }
}
