import type { CustomerId, IdentifierKey, NewId, RecordKey } from '../../kernel/ids.js';
import type { Policy } from '../policy/policy.types.js';
import type { RecordState } from '../records/record.types.js';
import { assignIds, type Assignments, type FormerCustomer, type LiveCustomer } from '../resolution/assign-ids.js';
import type { Evidence, Resolution } from '../resolution/evidence.types.js';
import { resolve } from '../resolution/resolve.js';
import type {
  CustomerState,
  IdentifierDelta,
  IdentifierMark,
  MembershipPlan,
  Move,
  Past,
  RecordDelta,
} from './engine.types.js';
import { evidenceAfter, recordsAfter } from './evidence-after.js';
import type { Gathered } from './gather.js';
import { Summary } from './summarise.js';

/** The evidence components of a change, resolved anew. */
export interface Reresolved {
  readonly records: readonly RecordState[];
  readonly evidence: Evidence;
  readonly resolution: Resolution;
  /** Live customers whose records are no longer in one group. */
  readonly apart: readonly CustomerId[];
}

/** Resolves what was gathered, with the change applied. */
export function reresolve(
  gathered: Gathered,
  deltas: readonly RecordDelta[],
  identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>,
  policy: Policy,
): Reresolved {
  const records = recordsAfter(gathered.records, deltas);
  const evidence = evidenceAfter(records, gathered.standings, identifiers);
  const resolution = resolve(evidence, policy);
  const groupOf = new Map(resolution.groups.flatMap((group, index) => group.map((key) => [key, index] as const)));
  const groupsOf = new Map<CustomerId, Set<number>>();
  for (const { key, customerId } of gathered.records.values()) {
    const group = groupOf.get(key);
    if (customerId && group !== undefined) groupsOf.set(customerId, (groupsOf.get(customerId) ?? new Set()).add(group));
  }
  const apart = [...groupsOf].filter(([, groups]) => groups.size > 1).map(([id]) => id);
  return { records, evidence, resolution, apart };
}

/** The difference between the stored partition and the resolved one, with an id for every customer. */
export function membershipPlan(
  gathered: Gathered,
  after: Reresolved,
  past: Past,
  emptied: readonly FormerCustomer[],
  context: {
    readonly policy: Policy;
    readonly newId: NewId;
    /** Those of the clusters that were gathered. */
    readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  },
): MembershipPlan {
  const live = liveCustomers(gathered, past);
  const assignments = assignIds(after.resolution.groups, live, emptied, context.newId);
  const owner = new Map(assignments.customers.flatMap(({ id, records }) => records.map((key) => [key, id] as const)));
  const summary = new Summary(after.evidence, after.records, after.resolution, context.policy);
  const states = assignments.customers.map(({ id, createdAt, records }) =>
    summary.customer(id, createdAt ?? earliest(after.records, records), records),
  );
  const isLive = (id: CustomerId): boolean => gathered.customers.has(id);
  const revived = assignments.customers.filter((each) => each.revived).map((each) => each.id);
  return {
    created: states.filter(({ id }) => !isLive(id) && !revived.includes(id)),
    updated: states.filter((state) => revived.includes(state.id) || differs(gathered.customers.get(state.id), state)),
    absorbed: [],
    moves: movesOf(gathered, after.records, owner),
    retired: retirements(assignments, gathered, owner),
    revived,
    redirected: redirections(past, revived, owner),
    marks: marksOf(gathered, after, context.identifiers),
  };
}

function liveCustomers(gathered: Gathered, past: Past): LiveCustomer[] {
  const members = new Map<CustomerId, RecordKey[]>();
  for (const { key, customerId } of gathered.records.values()) {
    if (customerId) members.set(customerId, [...(members.get(customerId) ?? []), key]);
  }
  return [...gathered.customers.values()].map(({ id, createdAt, known }) => {
    const records = members.get(id) ?? [];
    const absorbed = past.formers.filter((former) => former.mergedInto === id);
    return { id, createdAt, known, records, absorbed, recordsBeforeMerges: past.before.get(id) ?? records };
  });
}

function earliest(records: readonly RecordState[], keys: readonly RecordKey[]): number {
  const wanted = new Set(keys);
  return records.reduce((at, each) => (wanted.has(each.key) ? Math.min(at, each.receivedAt) : at), Infinity);
}

function differs(before: CustomerState | undefined, after: CustomerState): boolean {
  if (!before) return false;
  const facts = (each: CustomerState): string =>
    JSON.stringify([
      each.createdAt,
      each.size,
      each.constrained,
      each.unsettled ? 'unsettled' : '',
      each.known,
      each.slots,
      each.persons,
      each.displayName,
    ]);
  return facts(before) !== facts(after);
}

function movesOf(gathered: Gathered, after: readonly RecordState[], owner: ReadonlyMap<RecordKey, CustomerId>): Move[] {
  const keys = new Set([...gathered.records.keys(), ...after.map((record) => record.key)]);
  return [...keys].flatMap((record) => {
    const from = gathered.records.get(record)?.customerId ?? null;
    const to = owner.get(record) ?? null;
    return from === to ? [] : [{ record, from, to }];
  });
}

/** Ids that end: into every customer that holds a record of theirs, or emptied. */
function retirements(
  assignments: Assignments,
  gathered: Gathered,
  owner: ReadonlyMap<RecordKey, CustomerId>,
): MembershipPlan['retired'] {
  const into = new Map<CustomerId, Set<CustomerId>>();
  for (const { id, retired } of assignments.customers) {
    for (const each of retired) into.set(each, (into.get(each) ?? new Set()).add(id));
  }
  for (const { key, customerId } of gathered.records.values()) {
    const target = owner.get(key);
    if (customerId && target && into.has(customerId)) into.get(customerId)?.add(target);
  }
  const retired = [...into].map(([id, targets]) => ({ id, into: [...targets].sort() }));
  return [...retired, ...assignments.emptied.map((id) => ({ id, into: [] }))];
}

/** Former ids of customers that fell apart point at whoever holds their records now. */
function redirections(
  past: Past,
  revived: readonly CustomerId[],
  owner: ReadonlyMap<RecordKey, CustomerId>,
): MembershipPlan['redirected'] {
  return past.formers
    .filter((former) => !revived.includes(former.id))
    .map((former) => {
      const now = former.records.flatMap((key) => owner.get(key) ?? former.holders.get(key) ?? []);
      return { id: former.id, into: [...new Set(now)].sort() };
    });
}

function marksOf(
  gathered: Gathered,
  after: Reresolved,
  identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>,
): IdentifierMark[] {
  const contested = new Map(after.resolution.contested.map((each) => [each.identifier, each.reasons]));
  const keys = new Set([...gathered.standings.keys(), ...identifiers.keys(), ...contested.keys()]);
  return [...keys].flatMap((key) => {
    const delta = identifiers.get(key);
    const stored = gathered.standings.get(key) ?? delta?.before;
    const status = delta?.status ?? stored?.status ?? 'LINKABLE';
    const reasons = contested.get(key) ?? [];
    const changed = (stored?.contested ?? false) !== reasons.length > 0;
    return changed || reasons.length > 0
      ? [{ key, status, contested: reasons.length > 0, contestReasons: reasons }]
      : [];
  });
}
