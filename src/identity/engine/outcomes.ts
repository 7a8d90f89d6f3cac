import type { CustomerId, RecordKey } from '../../kernel/ids.js';
import type { RecordChange, RecordState, StoredRecord } from '../records/record.types.js';
import type { Reception } from './apply-batch.js';
import type { ChangeOutcome, OutcomeKind } from '../identity.types.js';
import { isStopped } from '../breaker/stop.js';
import type { CustomerState, MembershipPlan, RecordDelta } from './engine.types.js';

/** Outcome of each change, in order: what happened to the customer that its record is in now. */
export function outcomesOf(
  changes: readonly RecordChange[],
  receptions: readonly Reception[],
  stored: readonly StoredRecord[],
  customers: ReadonlyMap<CustomerId, CustomerState>,
  plan: MembershipPlan,
): ChangeOutcome[] {
  const story = new Story(stored, plan, customers);
  return changes.map((change, index): ChangeOutcome => {
    const reception = receptions[index] ?? 'UNCHANGED';
    const record = change.key;
    const customerId = story.customerOf(record);
    if (reception === 'VERSION_KIND') return { record, outcome: 'REJECTED', customerId: null, problem: 'VERSION_KIND' };
    if (reception !== 'APPLIED') return { record, outcome: reception, customerId, problem: null };
    const outcome = change.kind === 'DELETE' ? 'DELETED' : story.outcomeOf(record);
    return { record, outcome, customerId, problem: null };
  });
}

/** Says of records whose source is held that something of them waits. */
export function withStopped(
  outcomes: readonly ChangeOutcome[],
  stored: readonly StoredRecord[],
  deltas: readonly RecordDelta[],
): ChangeOutcome[] {
  const states = new Map<RecordKey, RecordState>(stored.map((record) => [record.key, record]));
  for (const { after } of deltas) states.set(after.key, after);
  return outcomes.map((outcome) => {
    const state = states.get(outcome.record);
    return state && isStopped(state) ? { ...outcome, isStopped: true } : outcome;
  });
}

class Story {
  readonly #before: ReadonlyMap<RecordKey, CustomerId | null>;
  readonly #moved: ReadonlyMap<RecordKey, CustomerId | null>;
  readonly #absorbedInto: ReadonlyMap<CustomerId, CustomerId>;
  readonly #growing: ReadonlySet<CustomerId>;
  readonly #apart: ReadonlySet<CustomerId>;
  readonly #founders: ReadonlySet<RecordKey>;
  readonly #live: ReadonlyMap<CustomerId, CustomerState>;

  constructor(
    stored: readonly StoredRecord[],
    plan: MembershipPlan,
    customers: ReadonlyMap<CustomerId, CustomerState>,
  ) {
    this.#live = customers;
    this.#before = new Map(stored.map((record) => [record.key, record.customerId]));
    this.#moved = new Map(plan.moves.map((move) => [move.record, move.to]));
    this.#absorbedInto = new Map(plan.absorbed.map((each) => [each.from, each.into]));
    this.#growing = new Set(plan.retired.flatMap((each) => (each.into.length === 1 ? each.into : [])));
    const created = new Set(plan.created.map((each) => each.id));
    this.#founders = firstOfEach(plan, created);
    const newcomers = new Set([...created, ...plan.revived]);
    const leaving = plan.moves.filter((move) => move.from && move.to && newcomers.has(move.to));
    this.#apart = new Set(leaving.flatMap((move) => move.from ?? []));
  }

  customerOf(record: RecordKey): CustomerId | null {
    const before = this.#before.get(record) ?? null;
    if (this.#moved.has(record)) return this.#moved.get(record) ?? null;
    return before ? (this.#absorbedInto.get(before) ?? before) : null;
  }

  outcomeOf(record: RecordKey): OutcomeKind {
    const before = this.#before.get(record) ?? null;
    const now = this.customerOf(record);
    if (before && this.#apart.has(before)) return 'SPLIT';
    if (now && this.#growing.has(now)) return 'MERGED';
    if (before && now !== before && this.#live.has(before)) return 'MOVED';
    return this.#founders.has(record) ? 'CREATED' : 'ATTACHED';
  }
}

/** The first record of each new customer founds it; the others of the batch attach to it. */
function firstOfEach(plan: MembershipPlan, created: ReadonlySet<CustomerId>): Set<RecordKey> {
  const first = new Map<CustomerId, RecordKey>();
  for (const { record, from, to } of plan.moves) {
    if (to && created.has(to) && from === null && !first.has(to)) first.set(to, record);
  }
  return new Set(first.values());
}
