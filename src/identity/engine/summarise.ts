import type { CustomerId, IdentifierKey, RecordKey } from '../../kernel/ids.js';
import { LIMITS } from '../../kernel/limits.js';
import { isTurn, ITEMS_PER_TURN, type Steps } from '../../kernel/turns.js';
import type { Policy } from '../policy/policy.types.js';
import type { RecordState } from '../records/record.types.js';
import { sidesHeld } from '../resolution/decisions.js';
import type { Evidence, Resolution } from '../resolution/evidence.types.js';
import { compare, linking, type Links } from '../resolution/link-units.js';
import { isUnknown, personKey } from '../resolution/persons/person-key.js';
import { displayNameOf } from '../records/display-name.js';
import type { CustomerState } from './engine.types.js';
import { typeAndNamespace } from './link-rules.js';
import { UnionFind } from './union-find.js';

/** A closed part of the graph, looked up by record. */
interface Facts {
  readonly policy: Policy;
  readonly links: Links;
  readonly indexOf: ReadonlyMap<RecordKey, number>;
  readonly records: ReadonlyMap<RecordKey, RecordState>;
  readonly constrained: ReadonlySet<RecordKey>;
  /** Identifiers that link the record. */
  readonly held: ReadonlyMap<RecordKey, readonly IdentifierKey[]>;
  readonly sides: ReturnType<typeof sidesHeld>;
}

/** Looks at the records of a closed part of the graph, to work out what its customers carry. */
export function* summarising(
  evidence: Evidence,
  records: readonly RecordState[],
  resolution: Resolution,
  policy: Policy,
): Steps<Summary> {
  const links = yield* linking(evidence, policy);
  yield;
  const held = yield* heldBy(evidence, links);
  yield;
  const sides = sidesHeld(evidence, links);
  yield;
  const constrained = yield* constrainedRecords(evidence, links, resolution);
  yield;
  const indexOf = new Map(evidence.records.map((record, index) => [record.key, index]));
  yield;
  const byKey = new Map(records.map((record) => [record.key, record]));
  return new Summary({ policy, links, held, sides, constrained, indexOf, records: byKey });
}

/** Works out what customers carry. */
class Summary {
  constructor(private readonly facts: Facts) {}

  /** The customers that these groups of records are. `createdAt` is in epoch milliseconds; null for a new one. */
  *customers(
    groups: readonly {
      readonly id: CustomerId;
      readonly createdAt: number | null;
      readonly records: readonly RecordKey[];
    }[],
  ): Steps<CustomerState[]> {
    const customers: CustomerState[] = [];
    let looked = 0;
    for (const { id, createdAt, records: keys } of groups) {
      const records = keys.flatMap((key) => this.facts.records.get(key) ?? []);
      const earliest = records.reduce((at, { receivedAt }) => Math.min(at, receivedAt), Infinity);
      customers.push(this.customer(id, createdAt ?? earliest, keys, records));
      looked += keys.length;
      if (looked < ITEMS_PER_TURN) continue;
      looked = 0;
      yield;
    }
    return customers;
  }

  private customer(
    id: CustomerId,
    createdAt: number,
    keys: readonly RecordKey[],
    records: readonly RecordState[],
  ): CustomerState {
    const persons = new Set(records.filter((each) => !isUnknown(each.person)).map((each) => personKey(each.person)));
    const slots = keys.flatMap((key) => this.slotsOf(key));
    const unsettled = records.some((record) => record.attachments.some((each) => each.status === 'HELD'));
    return {
      ...{ id, createdAt, size: keys.length },
      constrained: unsettled || keys.some((key) => this.facts.constrained.has(key) || this.holdsSide(key)),
      unsettled,
      known: keys.some((key) => this.holdsUnguarded(key)),
      slots: [...new Set(slots)].sort(compare),
      persons: [...persons].sort(compare).slice(0, LIMITS.personsPerCustomer + 1),
      displayName: displayNameOf(persons.size > 0 ? records.filter((each) => !isUnknown(each.person)) : records),
    };
  }

  /** Of an active NEVER. */
  private holdsSide(key: RecordKey): boolean {
    return (this.facts.sides[this.facts.indexOf.get(key) ?? -1]?.size ?? 0) > 0;
  }

  private slotsOf(key: RecordKey): IdentifierKey[] {
    const slots = this.facts.links.slots[this.facts.indexOf.get(key) ?? -1];
    return [...(slots?.values() ?? [])].flatMap((values) => [...values]);
  }

  private holdsUnguarded(key: RecordKey): boolean {
    const held = this.facts.held.get(key) ?? [];
    return held.some((identifier) => this.facts.policy.types[typeAndNamespace(identifier).type]?.guard === 'no');
  }
}

function* heldBy(evidence: Evidence, links: Links): Steps<Map<RecordKey, IdentifierKey[]>> {
  const held = new Map<RecordKey, IdentifierKey[]>();
  for (const [at, unit] of links.units.entries()) {
    if (isTurn(at)) yield;
    for (const index of unit.records) {
      const key = evidence.records[index]?.key;
      if (!key) continue;
      const own = held.get(key);
      if (own) own.push(unit.identifier);
      else held.set(key, [unit.identifier]);
    }
  }
  return held;
}

/** Records whose evidence component holds a contested identifier or a record in conflict with itself. */
function* constrainedRecords(evidence: Evidence, links: Links, resolution: Resolution): Steps<Set<RecordKey>> {
  const components = new UnionFind();
  for (const record of evidence.records) components.add(`r${record.key}`);
  yield;
  for (const [at, unit] of links.units.entries()) {
    if (isTurn(at)) yield;
    for (const index of unit.records) components.union(`i${unit.identifier}`, `r${evidence.records[index]?.key ?? ''}`);
  }
  const live = new Set(evidence.records.map((each) => each.key));
  for (const { sides } of evidence.decisions.filter((each) => each.kind === 'ALWAYS')) {
    const [first, ...others] = sides.flatMap((side) => side.records).filter((key) => live.has(key));
    for (const other of others) components.union(`r${first ?? other}`, `r${other}`);
  }
  const contested = resolution.contested.map((each) => components.find(`i${each.identifier}`));
  const troubled = new Set([
    ...contested,
    ...resolution.selfConflicts.map((each) => components.find(`r${each.record}`)),
  ]);
  yield;
  if (troubled.size === 0) return new Set();
  return new Set(evidence.records.map((each) => each.key).filter((key) => troubled.has(components.find(`r${key}`))));
}
