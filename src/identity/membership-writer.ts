import type { WriteTx } from '../graph/transaction.js';
import type { CustomerState, MembershipPlan } from './engine/engine.types.js';
import * as queries from './identity.queries.js';

/** Identifiers that reach records that are told apart, and records that conflict with themselves. */
export async function writeMarks(tx: WriteTx, { marks, conflicts }: MembershipPlan): Promise<void> {
  const rows = marks.map(({ key, contested, contestReasons }) => {
    return { key, contested, reasons: contested ? contestReasons : null };
  });
  const inConflict = conflicts.map(({ record, types }) => ({ record, types: listOrNothing(types) }));
  await Promise.all([
    rows.length > 0 ? tx.run(queries.setContested, { rows }) : null,
    inConflict.length > 0 ? tx.run(queries.setConflicts, { rows: inConflict }) : null,
  ]);
}

/** Whether anything changes about who is who. */
export function changesMembership({ created, updated, absorbed, moves, retired, revived, redirected }: MembershipPlan) {
  return [created, updated, absorbed, moves, retired, revived, redirected].some((each) => each.length > 0);
}

/**
 * Writes who is who, after the evidence and after the transaction took its number, which everything below carries; from
 * there until the commit, writers queue.
 *
 * @param at epoch milliseconds of the change
 */
export async function writeMembership(tx: WriteTx, plan: MembershipPlan, at: number): Promise<void> {
  await Promise.all([writeCustomers(tx, plan), writeMoves(tx, plan, at)]);
  if (plan.retired.length > 0 || plan.redirected.length > 0 || plan.revived.length > 0)
    await writeFormerIds(tx, plan, at);
}

async function writeCustomers(tx: WriteTx, plan: MembershipPlan): Promise<void> {
  const created = plan.created.map((each) => ({ ...customerRow(each, { id: each.id, status: 'LIVE' }) }));
  const updated = plan.updated.map((each) => customerRow(each, {}));
  await Promise.all([
    created.length > 0 ? tx.run(queries.createCustomers, { rows: created }) : null,
    updated.length > 0 ? tx.run(queries.updateCustomers, { rows: updated }) : null,
  ]);
}

function customerRow(customer: CustomerState, own: object): object {
  const { id, createdAt, size, constrained, known, displayName } = customer;
  const lists = { slots: listOrNothing(customer.slots), persons: listOrNothing(customer.persons) };
  const unsettled = customer.unsettled || null;
  return { id, createdAt, properties: { ...own, size, constrained, unsettled, known, displayName, ...lists } };
}

async function writeMoves(tx: WriteTx, plan: MembershipPlan, at: number): Promise<void> {
  const ended = plan.moves.filter((move) => move.from).map(({ record }) => ({ record }));
  const started = plan.moves.flatMap(({ record, to }) => (to ? [{ record, to }] : []));
  await Promise.all([
    plan.absorbed.length > 0 ? tx.run(queries.absorbCustomers, { rows: plan.absorbed, at }) : null,
    ended.length > 0 ? tx.run(queries.endMemberships, { rows: ended, at }) : null,
    started.length > 0 ? tx.run(queries.startMemberships, { rows: started, at }) : null,
  ]);
}

/** Where ids that are no longer live point, in one hop. */
async function writeFormerIds(tx: WriteTx, plan: MembershipPlan, at: number): Promise<void> {
  const retired = plan.retired.map(({ id, into }) => ({ id, status: into.length === 0 ? 'EMPTIED' : 'MERGED' }));
  const moved = [...plan.redirected, ...plan.retired];
  const points = moved.flatMap(({ id, into }) => into.map((live) => ({ id, into: live })));
  const flat = plan.retired.flatMap(({ id, into }) => (into.length === 1 && into[0] ? [{ id, into: into[0] }] : []));
  await Promise.all([
    retired.length > 0 ? tx.run(queries.retireCustomers, { rows: retired, at }) : null,
    tx.run(queries.redirectCustomers, { rows: [...moved, ...plan.revived.map((id) => ({ id, into: [] }))] }),
    points.length > 0 ? tx.run(queries.pointCustomers, { rows: points, at }) : null,
    flat.length > 0 ? tx.run(queries.flattenRedirects, { rows: flat, at }) : null,
    plan.revived.length > 0 ? tx.run(queries.reviveCustomers, { ids: plan.revived }) : null,
  ]);
}

/** An empty list is no property at all: most customers hold nothing limited, and a list costs a record of its own. */
function listOrNothing(list: readonly string[]): readonly string[] | null {
  return list.length > 0 ? list : null;
}
