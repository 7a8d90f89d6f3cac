import type { CustomerId, IdentifierKey, NewId, RecordKey } from '../../kernel/ids.js';
import type { Steps } from '../../kernel/turns.js';
import type { Decision } from '../decisions/decision.types.js';
import type { Policy } from '../policy/policy.types.js';
import type { RecordState } from '../records/record.types.js';
import { assignIds, type FormerCustomer, type LiveCustomer } from '../resolution/assign-ids.js';
import { compare } from '../resolution/link-units.js';
import type { ContestReason, Evidence, Resolution } from '../resolution/evidence.types.js';
import { resolving } from '../resolution/resolve.js';
import { causesOf } from './causes.js';
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
import { redirections, retirements } from './former-ids.js';
import type { Gathered } from './gather.js';
import { summarising } from './summarise.js';

/** The evidence components of a change, resolved anew. */
export interface Reresolved {
  readonly records: readonly RecordState[];
  readonly evidence: Evidence;
  readonly resolution: Resolution;
  /** Live customers whose records are no longer all in one group: some are in another one, or deleted. */
  readonly diminished: readonly CustomerId[];
}

/** Resolves what was gathered, with the change applied. */
export function* reresolve(
  gathered: Gathered,
  deltas: readonly RecordDelta[],
  identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>,
  policy: Policy,
  decisions: readonly Decision[] = [...gathered.decisions.values()],
): Steps<Reresolved> {
  const records = recordsAfter(gathered.records, deltas);
  const evidence = yield* evidenceAfter(records, gathered.standings, identifiers, decisions);
  const resolution = yield* resolving(evidence, policy);
  yield;
  const groupOf = new Map(resolution.groups.flatMap((group, index) => group.map((key) => [key, index] as const)));
  const groupsOf = new Map<CustomerId, Set<number | null>>();
  for (const { key, customerId } of gathered.records.values()) {
    if (customerId) groupsOf.set(customerId, (groupsOf.get(customerId) ?? new Set()).add(groupOf.get(key) ?? null));
  }
  const diminished = [...groupsOf].filter(([, groups]) => groups.size > 1 || groups.has(null)).map(([id]) => id);
  return { records, evidence, resolution, diminished };
}

/** The difference between the stored partition and the resolved one, with an id for every customer. */
export function* membershipPlan(
  gathered: Gathered,
  after: Reresolved,
  past: Past,
  emptied: readonly FormerCustomer[],
  context: {
    readonly policy: Policy;
    readonly newId: NewId;
    /** Active decisions after the change. */
    readonly decisions?: readonly Decision[];
    /** Those of the clusters that were gathered. */
    readonly identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>;
  },
): Steps<MembershipPlan> {
  const live = liveCustomers(gathered, past);
  yield;
  const assignments = assignIds(after.resolution.groups, live, emptied, context.newId);
  yield;
  const owner = new Map(assignments.customers.flatMap(({ id, records }) => records.map((key) => [key, id] as const)));
  const summary = yield* summarising(after.evidence, after.records, after.resolution, context.policy);
  const states = yield* summary.customers(assignments.customers);
  const isLive = (id: CustomerId): boolean => gathered.customers.has(id);
  const retired = retirements(assignments, gathered, owner);
  const revived = assignments.customers.filter((each) => each.revived).map((each) => each.id);
  yield;
  const moves = movesOf(gathered, after.records, owner);
  yield;
  const marks = marksOf(gathered, after, context.identifiers);
  yield;
  return {
    created: states.filter(({ id }) => !isLive(id) && !revived.includes(id)),
    updated: states.filter((state) => revived.includes(state.id) || differs(gathered.customers.get(state.id), state)),
    absorbed: [],
    moves,
    retired,
    revived,
    redirected: redirections(past, revived, gathered, owner, retired),
    marks,
    causes: causesOf(
      assignments.customers,
      { records: after.records, evidence: after.evidence, joins: after.resolution.joins },
      formerCustomers(gathered, emptied),
    ),
    conflicts: conflictsOf(gathered, after),
    oversized: oversizedOf(gathered, states),
    skipped: skippedOf(after, context.decisions ?? []),
  };
}

/** Whose each record was: a record that returns was the customer's whom its deletion emptied. */
function formerCustomers(gathered: Gathered, emptied: readonly FormerCustomer[]): Map<RecordKey, CustomerId> {
  const former = new Map(emptied.flatMap(({ id, records }) => records.map((key) => [key, id] as const)));
  for (const { key, customerId } of gathered.records.values()) if (customerId) former.set(key, customerId);
  return former;
}

function liveCustomers(gathered: Gathered, past: Past): LiveCustomer[] {
  const members = new Map<CustomerId, RecordKey[]>();
  for (const { key, customerId } of gathered.records.values()) {
    if (!customerId) continue;
    const own = members.get(customerId);
    if (own) own.push(key);
    else members.set(customerId, [key]);
  }
  return [...gathered.customers.values()].map(({ id, createdAt, known }) => {
    const records = members.get(id) ?? [];
    const absorbed = past.formers
      .filter((former) => former.mergedInto === id)
      .map((former) => ({ ...former, heldElsewhere: heldElsewhere(former, gathered) }));
    return { id, createdAt, known, records, absorbed, recordsBeforeMerges: past.before.get(id) ?? records };
  });
}

/** How many of a former id's records one customer that was not gathered holds, at the most. */
function heldElsewhere({ holders }: Past['formers'][number], { customers }: Gathered): number {
  const counts = new Map<CustomerId, number>();
  for (const id of holders.values()) if (!customers.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts.values()].reduce((most, count) => Math.max(most, count), 0);
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

/** What tells the records of each contested identifier apart, in any of its tenures. */
function reasonsOf({ contested }: Resolution): Map<IdentifierKey, readonly ContestReason[]> {
  const reasons = new Map<IdentifierKey, readonly ContestReason[]>();
  for (const { identifier, reasons: more } of contested) {
    reasons.set(identifier, [...new Set([...(reasons.get(identifier) ?? []), ...more])].sort(compare));
  }
  return reasons;
}

function marksOf(
  gathered: Gathered,
  after: Reresolved,
  identifiers: ReadonlyMap<IdentifierKey, IdentifierDelta>,
): IdentifierMark[] {
  const contested = reasonsOf(after.resolution);
  const keys = new Set([...gathered.standings.keys(), ...identifiers.keys(), ...contested.keys()]);
  return [...keys].flatMap((key) => {
    const delta = identifiers.get(key);
    const stored = gathered.standings.get(key) ?? delta?.before;
    const status = delta?.status ?? stored?.status ?? 'LINKABLE';
    const reasons = contested.get(key) ?? [];
    const changed = reasons.join() !== (stored?.contestReasons.join() ?? '');
    return changed ? [{ key, status, contested: reasons.length > 0, contestReasons: reasons }] : [];
  });
}

/** Records whose conflict with themselves is another one than when they were last resolved. */
function conflictsOf(gathered: Gathered, { records, resolution }: Reresolved): MembershipPlan['conflicts'] {
  const live = new Set(records.map((record) => record.key));
  const gone = [...gathered.records.values()].filter((record) => !live.has(record.key));
  const types = new Map<RecordKey, Set<string>>();
  for (const { record, type } of resolution.selfConflicts)
    types.set(record, (types.get(record) ?? new Set()).add(type));
  return [...records, ...gone].flatMap(({ key, conflicts }) => {
    const now = [...(types.get(key) ?? [])].sort(compare);
    return now.join() === conflicts.join() ? [] : [{ record: key, types: now }];
  });
}

/** Customers that begin to wait, and those that waited and do so no more or are gone. */
function oversizedOf(gathered: Gathered, states: readonly CustomerState[]): MembershipPlan['oversized'] {
  const waiting = new Set([...gathered.customers.values()].filter((each) => each.unsettled).map((each) => each.id));
  const now = new Set(states.filter((each) => each.unsettled).map((each) => each.id));
  return [...new Set([...waiting, ...now])]
    .filter((id) => waiting.has(id) !== now.has(id))
    .map((customer) => ({ customer, open: now.has(customer) }));
}

function skippedOf({ resolution }: Reresolved, decisions: readonly Decision[]): MembershipPlan['skipped'] {
  const now = new Set(resolution.skippedDecisions);
  return decisions
    .filter((each) => each.kind === 'ALWAYS' && now.has(each.id) !== (each.skipped ?? false))
    .map(({ id }) => ({ decision: id, open: now.has(id) }));
}
