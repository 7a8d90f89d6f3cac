import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import type { CustomerState, MembershipPlan, RecordDelta } from '../engine/engine.types.js';
import type { Count, Lane } from './breaker.types.js';

/** What one lane does in a transaction. */
export interface LaneCount extends Lane, Count {
  /** Records won by customers that end larger than asked for. */
  readonly gains: ReadonlyMap<CustomerId, number>;
}

/** What was decided, before it is written. */
export interface Deciding {
  readonly deltas: readonly RecordDelta[];
  readonly plan: MembershipPlan;
  /** As they were before, by id: those that the fast path absorbs are here. */
  readonly customers: ReadonlyMap<CustomerId, CustomerState>;
}

/**
 * What each lane does, by source and job. A merge, and what a customer wins, is laid to the lane that brought most of the
 * records which are in that customer now; to several when they brought as many. Deletions bring nothing.
 *
 * @param sizeMin customers no larger than this are not counted for growth
 */
export function countLanes(
  { deltas, plan, customers }: Deciding,
  laneOf: (record: RecordDelta) => Lane,
  sizeMin: number,
): LaneCount[] {
  const bringing = deltas.filter((delta) => delta.evidence !== 'NONE' && !delta.after.deleted);
  const lanes = new Map<string, { readonly lane: Lane; records: number }>();
  const names = new Map<RecordDelta, string>();
  for (const delta of bringing) {
    const lane = laneOf(delta);
    const name = JSON.stringify([lane.source, lane.job]);
    names.set(delta, name);
    lanes.set(name, { lane, records: (lanes.get(name)?.records ?? 0) + 1 });
  }
  const share = sharesOf(names, plan);
  const merges = new Map<string, number>();
  for (const { into } of plan.retired) {
    for (const lane of leading(into.flatMap((id) => [...(share.get(id) ?? [])])))
      merges.set(lane, (merges.get(lane) ?? 0) + 1);
  }
  const gains = gainsOf(plan, customers, sizeMin);
  return [...lanes].map(([name, { lane, records }]) => ({
    ...lane,
    records,
    merges: merges.get(name) ?? 0,
    gains: new Map([...gains].filter(([id]) => leading([...(share.get(id) ?? [])]).includes(name))),
  }));
}

/** How many records each lane brought to each customer, by where these records are now. */
function sharesOf(lanes: ReadonlyMap<RecordDelta, string>, plan: MembershipPlan): Map<CustomerId, Map<string, number>> {
  const moved = new Map<RecordKey, CustomerId | null>(plan.moves.map((move) => [move.record, move.to]));
  const absorbed = new Map(plan.absorbed.map(({ from, into }) => [from, into]));
  const shares = new Map<CustomerId, Map<string, number>>();
  for (const [delta, lane] of lanes) {
    const before = delta.before?.customerId ?? null;
    const customer = moved.get(delta.after.key) ?? (before && (absorbed.get(before) ?? before));
    if (!customer) continue;
    const share = shares.get(customer) ?? new Map<string, number>();
    shares.set(customer, share.set(lane, (share.get(lane) ?? 0) + 1));
  }
  return shares;
}

/** The lanes with the most records. */
function leading(shares: readonly (readonly [lane: string, records: number])[]): string[] {
  const most = Math.max(0, ...shares.map(([, records]) => records));
  return [...new Set(shares.filter(([, records]) => records === most).map(([lane]) => lane))];
}

/** Records that customers win: those that come from elsewhere, and all of the customers that end in them. */
function gainsOf(
  plan: MembershipPlan,
  customers: ReadonlyMap<CustomerId, CustomerState>,
  sizeMin: number,
): Map<CustomerId, number> {
  const large = [...plan.created, ...plan.updated].filter((each) => each.size > sizeMin).map((each) => each.id);
  const gains = new Map(large.map((id) => [id, 0]));
  const add = (id: CustomerId | null, records: number): void => {
    if (id && gains.has(id)) gains.set(id, (gains.get(id) ?? 0) + records);
  };
  for (const { to } of plan.moves) add(to, 1);
  for (const { from, into } of plan.absorbed) add(into, customers.get(from)?.size ?? 0);
  return gains;
}
